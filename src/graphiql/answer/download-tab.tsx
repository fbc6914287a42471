import { useRef, useState } from 'react';
import { type Download, DOWNLOADS, FILE_FORMATS, type FileFormat } from '../../files/formats.js';
import { useCopyToClipboard } from '../common/use-copy-to-clipboard.js';
import { type QueryRequest, RequestError, sendQuery } from '../common/query-request.js';
import { useAnnounce } from '../common/announcer.js';
import { useSettings } from '../common/settings.js';
import type { ScreenTable } from '../../tables/table.js';

/** Downloads offered for every answer. Those of charts are on the pages of questions. */
const OFFERED_DOWNLOADS = DOWNLOADS.filter(({ needsChart }) => !needsChart);

function saveBlob(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Returns the download URL of a file, for use in programs. */
function buildDownloadUrl({ query, variables }: QueryRequest, { name }: FileFormat, table: string): string {
  const search = new URLSearchParams({ format: name, table, query, variables: JSON.stringify(variables) });
  return `${location.origin}/graphql?${search}`;
}

/** Tab with the buttons that download an answer, and the URL of its table for programs. */
export function DownloadTab({
  request,
  table,
  name: fileName,
}: {
  request: QueryRequest;
  table: ScreenTable;
  name: string;
}) {
  const settings = useSettings();
  const { messages } = settings;
  const announce = useAnnounce();
  const [busy, setBusy] = useState<Download['name'] | null>(null);

  const download = async ({ name, format, options }: Download) => {
    const file = `${fileName}.${format.extension}`;
    const parameters = { ...options, ...(format.isOneTable && { table: table.path }) };
    setBusy(name);
    announce(messages.answer.asking);
    try {
      saveBlob(await (await sendQuery(request, settings, { form: format.name, more: parameters })).blob(), file);
      announce(messages.screen.saved({ file }));
    } catch (error) {
      announce(error instanceof RequestError ? error.message : messages.site.failed);
    }
    setBusy(null);
  };

  return (
    <div className="download-tab">
      <ul className="files">
        {OFFERED_DOWNLOADS.map((file) => (
          <li key={file.name}>
            <button type="button" disabled={busy === file.name} onClick={() => void download(file)}>
              <strong>{messages.file[file.name].name}</strong> <span>{messages.file[file.name].hint}</span>
            </button>
          </li>
        ))}
      </ul>
      <DownloadUrl address={buildDownloadUrl(request, FILE_FORMATS.csv, table.path)} />
    </div>
  );
}

function DownloadUrl({ address }: { address: string }) {
  const { messages } = useSettings();
  const copy = useCopyToClipboard();
  const element = useRef<HTMLElement>(null);
  return (
    <details className="for-programs">
      <summary>{messages.screen.forPrograms}</summary>
      <p>
        <code ref={element}>{address}</code>
      </p>
      <button type="button" className="plain" onClick={() => void copy({ text: address, element })}>
        {messages.answer.copyLink}
      </button>
    </details>
  );
}
