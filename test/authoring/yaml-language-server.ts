import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

interface Message {
  id?: number;
  method?: string;
  // The type of a result depends on the request.
  // oxlint-disable-next-line typescript/no-explicit-any
  result?: any;
  // oxlint-disable-next-line typescript/no-explicit-any
  params?: any;
}

/** A client of the YAML language server that editors run. */
export class LanguageServer {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, (result: unknown) => void>();
  private readonly diagnosed = new Map<string, (problems: string[]) => void>();
  private unread = Buffer.alloc(0);
  private last = 0;

  constructor() {
    const script = 'node_modules/yaml-language-server/bin/yaml-language-server';
    this.child = spawn(process.execPath, [script, '--stdio']);
    this.child.stdout.on('data', (bytes: Buffer) => this.read(bytes));
  }

  async start(folder: string): Promise<void> {
    const uri = pathToFileURL(folder).href;
    await this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'seed' }],
      capabilities: {
        textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } } },
        workspace: { configuration: true },
      },
    });
    this.notify('initialized', {});
  }

  /** Opens a file with a text and waits for its diagnostics. */
  open(uri: string, text: string): Promise<string[]> {
    const problems = new Promise<string[]>((resolve) => this.diagnosed.set(uri, resolve));
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return problems;
  }

  /** Returns the completions at a position; lines and characters count from 0. */
  async completion(uri: string, line: number, character: number): Promise<string[]> {
    const position = { textDocument: { uri }, position: { line, character } };
    const { items } = (await this.request('textDocument/completion', position)) as { items: { label: string }[] };
    return items.map(({ label }) => label);
  }

  async hover(uri: string, line: number, character: number): Promise<string> {
    const position = { textDocument: { uri }, position: { line, character } };
    const found = (await this.request('textDocument/hover', position)) as { contents: { value: string } } | null;
    return found?.contents.value ?? '';
  }

  close(): void {
    this.child.kill();
  }

  private request(method: string, params: object): Promise<unknown> {
    const id = (this.last += 1);
    this.write({ id, method, params });
    return new Promise((resolve) => this.waiting.set(id, resolve));
  }

  private notify(method: string, params: object): void {
    this.write({ method, params });
  }

  private write(message: Message): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  private read(bytes: Buffer): void {
    this.unread = Buffer.concat([this.unread, bytes]);
    for (;;) {
      const end = this.unread.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.unread.subarray(0, Math.max(end, 0)).toString())?.[1]);
      if (end < 0 || this.unread.length < end + 4 + length) return;
      const text = this.unread.subarray(end + 4, end + 4 + length).toString();
      this.unread = this.unread.subarray(end + 4 + length);
      this.take(JSON.parse(text) as Message);
    }
  }

  private take({ id, method, result, params }: Message): void {
    if (method === 'workspace/configuration') {
      // Responds like an editor without user settings.
      this.write({ id: id!, result: (params.items as unknown[]).map(() => null) });
    } else if (method !== undefined && id !== undefined) this.write({ id, result: null });
    else if (id !== undefined) this.waiting.get(id)?.(result);
    else if (method === 'textDocument/publishDiagnostics') {
      const problems = (params.diagnostics as { message: string }[]).map(({ message }) => message);
      this.diagnosed.get(params.uri as string)?.(problems);
    }
  }
}
