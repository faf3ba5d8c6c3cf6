package dev.cadastre.server.change.running;

import dev.cadastre.server.storage.health.SealedTexts;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what is sealed in the journals of the latest runs, and tries the key on it. */
@Component
class SealedJournals implements SealedTexts {

    private static final int RUNS = 200;
    private static final int TRIED = 50;

    /** A key of what was there before; a quotation mark of others' making has a backslash. */
    private static final Pattern SEALED =
            Pattern.compile("[^\"\\\\]\\.sealed\":\"([A-Za-z0-9+/]{24,}={0,2})\"");

    private static final String LINES =
            """
            from change.entry where run in (select id from change.run order by id desc limit %d)
              and line like '%%.sealed":"%%'
            """
                    .formatted(RUNS);

    private final JdbcClient jdbc;
    private final SealedBefore sealing;

    SealedJournals(JdbcClient jdbc, SealedBefore sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    @Override
    public String what() {
        return "texts in journals of runs";
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) " + LINES).query(Long.class).single();
    }

    @Override
    public Trial tryNewest() {
        List<String> newest =
                jdbc
                        .sql("select line " + LINES + "order by run desc, number desc limit ?")
                        .param(TRIED)
                        .query((row, _) -> row.getString("line"))
                        .list()
                        .stream()
                        .flatMap(SealedJournals::sealed)
                        .limit(TRIED)
                        .toList();
        long closed = newest.stream().filter(text -> sealing.open(text) == null).count();
        return new Trial(newest.size(), (int) closed);
    }

    /** What is sealed in a line of a journal. Pure. */
    static Stream<String> sealed(String line) {
        return SEALED.matcher(line).results().map(one -> one.group(1));
    }
}
