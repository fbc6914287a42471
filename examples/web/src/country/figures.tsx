import { useAddress } from '../address';
import { EntryLink } from '../entry-link';
import { type FragmentType, graphql, readFragment } from '../gql';
import { wordsIn } from '../language';

const FiguresOfCountry = graphql(`
  fragment Figures on Country {
    series {
      unit
      indicator {
        id
        ...LinkedEntry
      }
      latest {
        period
        value
      }
    }
  }
`);

/** The latest figure of each indicator. */
export function Figures({ of }: { of: FragmentType<typeof FiguresOfCountry> }) {
  const { locale } = useAddress();
  // Nothing at all, not an empty list, where the figures could not be had.
  const series = readFragment(FiguresOfCountry, of).series ?? [];
  const numbers = new Intl.NumberFormat(locale);
  if (series.length === 0) return null;
  return (
    <table>
      <caption>{wordsIn(locale).figures}</caption>
      <tbody>
        {series.map(({ indicator, unit, latest }) => (
          <tr key={indicator.id}>
            <th scope="row">
              <EntryLink entry={indicator} />
            </th>
            <td>{latest?.period}</td>
            <td>
              {latest?.value != null && numbers.format(latest.value)} {unit}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
