package dev.cadastre.change.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    private static final AnswerWord WORD = new AnswerWord("0123456789abcdef");
    private static final String MARK = "\n@0123456789abcdef ";

    @Test
    void understandsAWholeAnswer() {
        ScriptAnswer answer =
                read(
                        "Welcome to web1\n"
                                + MARK
                                + "wish write /etc/motd\n"
                                + MARK
                                + "difference --- a\\n+++ b\\\\c\n"
                                + MARK
                                + "lack index.html\n"
                                + MARK
                                + "basis sha256:12\n"
                                + MARK
                                + "was mode 0644\n"
                                + MARK
                                + "bytes content 00ff0a\n"
                                + MARK
                                + "end changed done write /etc/motd\n");

        assertThat(answer.kind()).isEqualTo(Kind.CHANGED);
        assertThat(answer.code()).isEqualTo("done");
        assertThat(answer.reason()).isEqualTo("write /etc/motd");
        assertThat(answer.basis()).isEqualTo("sha256:12");
        assertThat(answer.wishes()).containsExactly("write /etc/motd");
        assertThat(answer.differences()).containsExactly("--- a\n+++ b\\c");
        assertThat(answer.lacks()).containsExactly("index.html");
        assertThat(answer.before()).containsEntry("mode", "0644").containsEntry("content", "AP8K");
        assertThat(answer.output()).isEqualTo("Welcome to web1\ncomplaint\n");
    }

    @Test
    void keepsWhatAnUnfinishedAnswerHadSaid() {
        ScriptAnswer answer =
                AnswerReader.read(
                        WORD,
                        (MARK + "was mode 0644\n" + MARK + "bytes content 00f").getBytes(UTF_8),
                        new byte[0],
                        137);

        assertThat(answer.kind()).isEqualTo(Kind.BROKEN);
        assertThat(answer.reason()).contains("status 137");
        assertThat(answer.before()).containsOnlyKeys("mode");
    }

    @Test
    void believesTheFirstEndOnly() {
        assertThat(read(MARK + "end failed disk full\n" + MARK + "end changed done x\n").kind())
                .isEqualTo(Kind.FAILED);
    }

    @Test
    void understandsWhatATerminalHasMadeOfIt() {
        ScriptAnswer answer =
                read("\r" + MARK + "fine all is well\r\n\r" + MARK + "end unchanged fine \r\n");
        assertThat(answer.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(answer.reason()).isEqualTo("all is well");
    }

    @Test
    void cleansAndBoundsWhatPeopleSee() {
        String output = "\u001b[31mred\u001b[0m\u0007\u202e" + "x".repeat(200_000);
        ScriptAnswer answer =
                AnswerReader.read(
                        WORD,
                        (MARK + "wish a\u001b[2Jb\u0000\n" + MARK + "end would-change wish w\n")
                                .getBytes(UTF_8),
                        output.getBytes(UTF_8),
                        0);
        assertThat(answer.wishes()).containsExactly("ab");
        assertThat(answer.output())
                .startsWith("redxxx")
                .contains("characters left out")
                .hasSizeLessThan(70_000);
    }

    @Property
    void neverThrowsAndNeverTakesOutputForAnAnswer(@ForAll @Size(max = 300) byte[] stdout) {
        ScriptAnswer answer = AnswerReader.read(WORD, stdout, stdout, 0);
        assertThat(answer.kind()).isEqualTo(Kind.BROKEN);
        assertThat(answer.wishes()).isEmpty();
    }

    @Property
    void neverThrowsOnAnswersThatAreCutOrBroken(
            @ForAll("records") List<String> records, @ForAll int cut) {
        byte[] all = String.join("", records).getBytes(UTF_8);
        byte[] some = Arrays.copyOf(all, Math.floorMod(cut, all.length + 1));
        ScriptAnswer answer = AnswerReader.read(WORD, some, new byte[0], 1);
        assertThat(answer.reason()).isNotNull();
        assertThat(answer.output()).doesNotContain("@0123456789abcdef wish");
    }

    @Property
    void givesBackEveryText(@ForAll("texts") String text) {
        ScriptAnswer answer =
                read(MARK + "was key " + spelled(text) + "\n" + MARK + "end changed done x\n");
        assertThat(answer.before()).containsEntry("key", text);
    }

    @Property
    void givesBackAllBytes(@ForAll @Size(max = 200) byte[] bytes) {
        ScriptAnswer answer = read(MARK + "bytes key " + HexFormat.of().formatHex(bytes) + "\n");
        assertThat(java.util.Base64.getDecoder().decode(answer.before().get("key")))
                .isEqualTo(bytes);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab \\nr\n\r\t'äß☃")
                .ofMaxLength(30)
                .filter(text -> !text.endsWith("\r"));
    }

    @Provide
    Arbitrary<List<String>> records() {
        return Arbitraries.of(
                        MARK + "wish a\n",
                        MARK + "wish\n",
                        MARK + "\n",
                        MARK + "bytes\n",
                        MARK + "bytes x zz\n",
                        MARK + "was k\n",
                        MARK + "end\n",
                        MARK + "end changed\n",
                        MARK + "end nonsense code text\n",
                        MARK + "end stale stale x\n",
                        "@fedcba9876543210 wish forged\n",
                        "noise \\ \u0000\n")
                .list()
                .ofMaxSize(12);
    }

    private static String spelled(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static ScriptAnswer read(String stdout) {
        return AnswerReader.read(WORD, stdout.getBytes(UTF_8), "complaint\n".getBytes(UTF_8), 0);
    }
}
