package dev.cadastre.server.change.keeping;

import dev.cadastre.change.journal.JournalReading;
import dev.cadastre.change.journal.JournalText;
import dev.cadastre.change.run.RunEntry;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what runs have written down. */
@Component
public class EntryTable {

    private final JdbcClient jdbc;

    EntryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds entries to a journal.
     *
     * @param known how many it has; if it has more, somebody else writes it, and this fails
     */
    public void add(long run, int known, List<RunEntry> more) {
        int number = known;
        List<Integer> numbers = new ArrayList<>();
        List<Timestamp> moments = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (RunEntry entry : more) {
            number++;
            numbers.add(number);
            moments.add(Timestamp.from(entry.at().truncatedTo(ChronoUnit.MICROS)));
            kinds.add(kind(entry));
            lines.add(JournalText.line(number, entry));
        }
        jdbc.sql(
                        """
                        insert into change.entry (run, number, at, kind, line)
                        select ?, * from
                          unnest(?::int[], ?::timestamptz[], ?::text[], ?::text[])
                        """)
                .param(run)
                .param(numbers.toArray(Integer[]::new))
                .param(moments.toArray(Timestamp[]::new))
                .param(kinds.toArray(String[]::new))
                .param(lines.toArray(String[]::new))
                .update();
    }

    private static String kind(RunEntry entry) {
        return switch (entry) {
            case RunEntry.Begun _ -> "begun";
            case RunEntry.Planned _ -> "planned";
            case RunEntry.Started _ -> "started";
            case RunEntry.Locked _ -> "locked";
            case RunEntry.Ended _ -> "ended";
            case RunEntry.Looked _ -> "looked";
            case RunEntry.Requested _ -> "requested";
            case RunEntry.Paused _ -> "paused";
            case RunEntry.TakenUp _ -> "taken-up";
            case RunEntry.Finished _ -> "finished";
        };
    }

    /** Forgets what jobs printed. All else that is known stays. */
    public void forgetOutput(long run) {
        int number = 0;
        for (RunEntry entry : read(run)) {
            number++;
            RunEntry silent = silent(entry);
            if (!silent.equals(entry)) {
                jdbc.sql("update change.entry set line = ? where run = ? and number = ?")
                        .params(JournalText.line(number, silent), run, number)
                        .update();
            }
        }
    }

    /** An entry without what a job printed. */
    public static RunEntry silent(RunEntry entry) {
        return entry instanceof RunEntry.Ended ended
                ? new RunEntry.Ended(ended.at(), ended.step(), ended.ending().printing(""))
                : entry;
    }

    /** The lines of a journal after one, in their order. */
    public List<JournalLine> after(long run, int number, int limit) {
        return jdbc.sql(
                        """
                        select number, at, kind, line from change.entry
                        where run = ? and number > ? order by number limit ?
                        """)
                .params(run, number, limit)
                .query((row, _) ->
                        new JournalLine(
                                row.getInt("number"),
                                row.getTimestamp("at").toInstant(),
                                row.getString("kind"),
                                row.getString("line")))
                .list();
    }

    /**
     * The last of what people asked of a run and of how it came to rest, in order; nothing of its
     * single steps.
     */
    public List<RunEntry> told(long run, int limit) {
        List<RunEntry> told =
                jdbc.sql(
                                """
                                select number, line from change.entry where run = ?
                                  and kind in ('requested', 'paused', 'taken-up', 'finished')
                                order by number desc limit ?
                                """)
                        .params(run, limit)
                        .query((row, _) ->
                                JournalText.entry(row.getInt("number"), row.getString("line")))
                        .list();
        return told.reversed();
    }

    /**
     * What a journal holds.
     *
     * @throws IllegalStateException if it is not as it was written
     */
    public List<RunEntry> read(long run) {
        StringBuilder text = new StringBuilder();
        after(run, 0, Integer.MAX_VALUE).forEach(line -> text.append(line.line()).append('\n'));
        JournalReading reading = JournalText.read(text.toString().getBytes(StandardCharsets.UTF_8));
        if (!reading.problem().isEmpty() || reading.torn() > 0) {
            throw new IllegalStateException(
                    "The journal of run %d is not as it was written: %s"
                            .formatted(run, reading.problem()));
        }
        return reading.entries();
    }
}
