import { Badge, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../api/client';
import { errorText, spanText } from '../language/words';
import type { Draft } from './draft';
import { repeatText } from './repeatText';
import { request } from './request';

const FEW = 4;
const MANY = 60;

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none', maxHeight: '16rem', overflowY: 'auto', alignSelf: 'stretch' },
  item: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, padding: '2px 0' },
  wrong: { color: tokens.colorPaletteRedForeground1 },
});

/** When a meeting that repeats takes place, as the gateway reckons it; a change of the clocks is marked. */
export function Occurrences({ draft, host }: { draft: Draft; host: string }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  // What is not about times is left out, so that typing a title asks for nothing.
  const body = useDeferredValue(
    JSON.stringify(
      request({ ...draft, title: '-', agenda: '', required: [], optional: [], typing: { required: '', optional: '' } }, host),
    ),
  );
  const preview = useQuery({
    queryKey: ['preview', body, all],
    enabled: draft.repeat !== undefined,
    retry: false,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answered(
        api.POST('/api/v1/meetings/preview', {
          params: { query: { limit: all ? MANY : FEW } },
          body: JSON.parse(body) as Schemas['MeetingRequest'],
          signal,
        }),
      ),
  });
  if (!draft.repeat) {
    return null;
  }
  return (
    <div className={styles.box} aria-live="polite">
      <Text weight="semibold">{repeatText(draft.repeat, draft.date)}</Text>
      {preview.data && !preview.isError && (
        <>
          {preview.data.objections.map((error) => (
            <Text key={error.code} className={styles.wrong}>
              {errorText(error).text}
            </Text>
          ))}
          <ol className={styles.list}>
            {preview.data.occurrences.map((date) => (
              <Occurrence key={date.number} date={date} />
            ))}
          </ol>
          {preview.data.next !== undefined && !all && (
            <Link as="button" type="button" onClick={() => setAll(true)}>
              {preview.data.total === undefined
                ? t('repeat.more')
                : t('repeat.moreOf', { count: preview.data.total })}
            </Link>
          )}
        </>
      )}
    </div>
  );
}

function Occurrence({ date }: { date: Schemas['Occurrence'] }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <Text>{spanText(date.start, date.end)}</Text>
      {date.offsetChanged && (
        <Badge appearance="tint" color="important">
          {t('repeat.clocks', { offset: date.utcOffset })}
        </Badge>
      )}
      {date.clock && (
        <Badge appearance="tint" color="warning">
          {t(`repeat.${date.clock}`)}
        </Badge>
      )}
    </li>
  );
}
