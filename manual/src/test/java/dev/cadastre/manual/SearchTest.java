package dev.cadastre.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static Manual manual(String... pages) {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < pages.length; i++) {
            files.put("docs/manual/%02d-p%d.md".formatted(i, i), pages[i]);
        }
        return Manual.of(files);
    }

    /** Each part as {@code PAGE#ANCHOR}, the best first. */
    private static List<String> places(Manual manual, String words) {
        return manual.search(words).stream()
                .flatMap(found ->
                        found.parts().stream()
                                .map(part -> found.page().name() + "#" + part.anchor()))
                .toList();
    }

    private static String excerpt(Manual manual, String words) {
        return manual.search(words).getFirst().parts().getFirst().excerpt().stream()
                .map(piece -> piece.sought() ? "<" + piece.text() + ">" : piece.text())
                .collect(Collectors.joining());
    }

    @Test
    void wordsInAHeadingCountMoreThanInCodeAndThoseMoreThanInText() {
        Manual manual =
                manual("# A\n\nThe silence.\n", "# B\n\nRun `silence`.\n", "# C\n\n## Silence\n");

        assertThat(places(manual, "silence")).containsExactly("p2#silence", "p1#b", "p0#a");
    }

    @Test
    void allWordsMustBeThere() {
        Manual manual = manual("# A\n\nmaster key\n", "# B\n\nmaster\n", "# C\n\nkey\n");

        assertThat(places(manual, "key master")).containsExactly("p0#a");
    }

    @Test
    void theLastWordMayBeTheBeginningOfOne() {
        Manual manual = manual("# A\n\nThe escalation of it\n");

        assertThat(places(manual, "escal")).containsExactly("p0#a");
        assertThat(places(manual, "escal of")).isEmpty();
        assertThat(excerpt(manual, "escal")).isEqualTo("The <escalation> of it");
    }

    @Test
    void oneThingAndSeveralAreTheSame() {
        Manual manual = manual("# A\n\ncertificates end\n");

        assertThat(places(manual, "certificate end")).containsExactly("p0#a");
    }

    @Test
    void aHeadingThatSaysNothingElseCountsMore() {
        Manual manual = manual("# Backup and restore\n\nx\n\n## Restore\n\ny\n");

        assertThat(places(manual, "restore"))
                .containsExactly("p0#restore", "p0#backup-and-restore");
    }

    @Test
    void wordsInARowCountMore() {
        Manual manual = manual("# A\n\nhost at a key\n", "# B\n\na host key\n");

        assertThat(places(manual, "host key")).containsExactly("p1#b", "p0#a");
    }

    @Test
    void theTitleStandsInForAWordOfAPart() {
        Manual manual = manual("# Backup\n\nIntro.\n\n## Every night\n\nx\n\n## Other\n\ny\n");

        assertThat(places(manual, "backup night")).containsExactly("p0#every-night");
        assertThat(places(manual, "backup")).containsExactly("p0#backup");
    }

    @Test
    void chaptersComeBeforeFormatsAndThoseBeforeOtherDocuments() {
        String text = "# A\n\nwords\n";
        Manual manual =
                Manual.of(
                        Map.of(
                                "docs/adr/0001-a.md", text,
                                "docs/formats/a.md", text,
                                "docs/manual/01-a.md", text));

        assertThat(manual.search("words"))
                .extracting(found -> found.page().name())
                .containsExactly("a", "formats/a", "adr/0001-a");
    }

    @Test
    void headingsThatAreCodesAreFoundByTheirWords() {
        Manual manual = manual("# A\n\n### `disk.low`\nLess than a tenth.\n");

        assertThat(places(manual, "disk.low")).containsExactly("p0#disk.low");
    }

    @Test
    void longLinesAreCutAroundTheFirstWord() {
        Manual manual = manual("# A\n\n" + "before ".repeat(50) + "needle " + "after ".repeat(50));

        assertThat(excerpt(manual, "needle"))
                .startsWith("…")
                .contains("before <needle> after")
                .endsWith("…")
                .hasSizeLessThan(200);
    }

    @Test
    void nothingIsFoundByNoWord() {
        Manual manual = manual("# A\n\na\n");

        assertThat(manual.search("")).isEmpty();
        assertThat(manual.search(" \t\n.,;<>\"'")).isEmpty();
    }

    @Test
    void aQuestionIsBounded() {
        Manual manual = manual("# A\n\na b c d e f g h\n");

        assertThat(places(manual, "a b c d e f g h not there")).containsExactly("p0#a");
        assertThat(places(manual, "a ".repeat(1_000_000))).containsExactly("p0#a");
    }

    @Property(tries = 200)
    void takesAnyQuestion(@ForAll String question) {
        assertThat(manual("# A\n\nSome **text** of `code`\n").search(question)).isNotNull();
    }

    @Test
    void findsWhatPeopleLookForInTheManualAsItIs() {
        Manual shipped = Manual.shipped();

        assertThat(places(shipped, "restore").getFirst()).isEqualTo("backup#restore");
        assertThat(places(shipped, "nginx").getFirst())
                .isEqualTo("install#behind-nginx-or-haproxy");
        assertThat(places(shipped, "database.wraparound").getFirst())
                .isEqualTo("doctor#database.wraparound");
        assertThat(places(shipped, "saved quer").getFirst()).isEqualTo("queries#saved-queries");
    }
}
