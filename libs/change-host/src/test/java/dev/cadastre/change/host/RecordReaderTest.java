package dev.cadastre.change.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class RecordReaderTest {

    private static final String WORD = "0123456789abcdef";

    /** What a reader gave on, as one text in which records are in brackets. */
    private static String read(List<byte[]> pieces) {
        StringBuilder read = new StringBuilder();
        RecordReader reader =
                new RecordReader(
                        WORD,
                        new RecordReader.Sink() {
                            @Override
                            public void record(String kind, String text) {
                                read.append('[').append(kind).append('|').append(text).append(']');
                            }

                            @Override
                            public void text(byte[] bytes) {
                                read.append(new String(bytes, ISO_8859_1));
                            }
                        });
        for (byte[] piece : pieces) {
            reader.read(piece, 0, piece.length);
        }
        reader.end();
        return read.toString();
    }

    private static String read(String... pieces) {
        return read(Stream.of(pieces).map(piece -> piece.getBytes(UTF_8)).toList());
    }

    @Example
    void tellsRecordsFromText() {
        assertThat(read("one\n\n@" + WORD + " end changed x\ntwo"))
                .isEqualTo("one\n[end|changed x]two");
        assertThat(read("one\n@" + WORD + " basis \n")).isEqualTo("one\n[basis|]");
        assertThat(read("@" + WORD + " done\r\n")).isEqualTo("[done|]");
        assertThat(read("\n\n\n@" + WORD + " done\n\n")).isEqualTo("\n\n[done|]\n");
        assertThat(read("a @" + WORD + " end x\n")).isEqualTo("a @" + WORD + " end x\n");
        assertThat(read("@" + WORD.substring(1) + " end x\n"))
                .isEqualTo("@" + WORD.substring(1) + " end x\n");
    }

    @Example
    void showsAnUnfinishedLineAtOnce() {
        StringBuilder shown = new StringBuilder();
        RecordReader reader =
                new RecordReader(
                        WORD,
                        new RecordReader.Sink() {
                            @Override
                            public void record(String kind, String text) {
                                throw new AssertionError(kind);
                            }

                            @Override
                            public void text(byte[] bytes) {
                                shown.append(new String(bytes, UTF_8));
                            }
                        });

        reader.read("50 % …".getBytes(UTF_8), 0, 8);

        assertThat(shown.toString()).isEqualTo("50 % …");
    }

    @Example
    void keepsNoMoreOfARecordThanAnHonestOneHas() {
        String long1 = "x".repeat(RecordReader.MOST * 2);
        assertThat(read("@" + WORD + " " + long1, long1 + "\nend"))
                .hasSize(RecordReader.MOST + "[|]end".length());
    }

    @Provide
    Arbitrary<String> streams() {
        return Arbitraries.of(
                        "\n",
                        "\n",
                        "@",
                        "@" + WORD + " ",
                        "@" + WORD,
                        "end changed",
                        " ",
                        "text",
                        "\r",
                        "\0")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property
    void doesNotDependOnHowAStreamIsCut(
            @ForAll("streams") String stream,
            @ForAll @Size(max = 10) List<@IntRange(max = 200) Integer> cuts) {
        List<byte[]> pieces = new ArrayList<>();
        byte[] bytes = stream.getBytes(UTF_8);
        int from = 0;
        for (int cut : cuts.stream().sorted().toList()) {
            int to = Math.min(cut, bytes.length);
            pieces.add(java.util.Arrays.copyOfRange(bytes, from, Math.max(from, to)));
            from = Math.max(from, to);
        }
        pieces.add(java.util.Arrays.copyOfRange(bytes, from, bytes.length));

        assertThat(read(pieces)).isEqualTo(read(List.of(bytes)));
    }

    @Property
    void losesNothingOfWhatIsNoRecord(@ForAll byte[] bytes) {
        assertThat(read(List.of(bytes))).isEqualTo(new String(bytes, ISO_8859_1));
    }

    @Property
    void findsEachPromptWhereverItIsCut(
            @ForAll("prompts") List<String> parts, @ForAll @IntRange(min = 1, max = 9) int piece) {
        StringBuilder rest = new StringBuilder();
        int[] prompts = {0};
        PromptFilter filter =
                new PromptFilter(
                        "(prompt)",
                        (bytes, offset, length) ->
                                rest.append(new String(bytes, offset, length, UTF_8)),
                        () -> ++prompts[0] > 0);
        byte[] all = String.join("", parts).getBytes(UTF_8);
        for (int from = 0; from < all.length; from += piece) {
            filter.read(all, from, Math.min(piece, all.length - from));
        }
        filter.end();

        String text = String.join("", parts);
        String left = text.replace("(prompt)", "");
        assertThat(rest.toString()).isEqualTo(left);
        assertThat(prompts[0]).isEqualTo((text.length() - left.length()) / "(prompt)".length());
    }

    @Property
    void losesNothingWhereNothingAsks(
            @ForAll("prompts") List<String> parts, @ForAll @IntRange(min = 1, max = 9) int piece) {
        StringBuilder rest = new StringBuilder();
        PromptFilter filter =
                new PromptFilter(
                        "(prompt)",
                        (bytes, offset, length) ->
                                rest.append(new String(bytes, offset, length, UTF_8)),
                        () -> false);
        byte[] all = String.join("", parts).getBytes(UTF_8);
        for (int from = 0; from < all.length; from += piece) {
            filter.read(all, from, Math.min(piece, all.length - from));
        }
        filter.end();

        assertThat(rest.toString()).isEqualTo(String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> prompts() {
        return Arbitraries.of("(prompt)", "(prom", "pt)", "(", "text", "\n").list().ofMaxSize(20);
    }

    @Property
    void keepsTheBeginningAndTheEnd(@ForAll List<@Size(max = 40) byte[]> pieces) {
        BoundedBytes kept = new BoundedBytes(20, 10, new ByteRoom(30));
        StringBuilder all = new StringBuilder();
        for (byte[] piece : pieces) {
            kept.add(piece, 0, piece.length);
            all.append(new String(piece, ISO_8859_1));
        }
        String text = all.toString();
        String expected =
                text.length() <= 30
                        ? text
                        : "%s\n… %d bytes are not kept\n%s"
                                .formatted(
                                        text.substring(0, 20),
                                        text.length() - 30,
                                        text.substring(text.length() - 10));
        assertThat(kept.bytes()).isEqualTo(latin(expected));
    }

    /** As bytes; the mark is UTF-8. */
    private static byte[] latin(String text) {
        byte[] ellipsis = "…".getBytes(UTF_8);
        return text.replace("…", new String(ellipsis, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    @Example
    void keepsNoMoreOfATripThanItHasRoomFor() {
        byte[] flood = new byte[1 << 20];
        java.util.Arrays.fill(flood, (byte) 'x');
        ByteRoom room = new ByteRoom(Printed.OF_TRIP);
        long kept = 0;
        Printed last = new Printed(room);
        for (int script = 0; script < 100; script++) {
            last = new Printed(room);
            for (int i = 0; i < 3; i++) {
                last.add(false, flood);
                last.add(true, flood);
            }
            kept += last.output().length + last.errors().length;
        }

        assertThat(kept).isBetween(Printed.OF_TRIP, Printed.OF_TRIP + 100 * 200);
        assertThat(new String(last.output(), UTF_8))
                .isEqualTo("\n… %d bytes are not kept\n".formatted(3 << 20));
    }

    @Property
    void decodesTextWhereverItIsCut(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 5) int piece) {
        StringBuilder decoded = new StringBuilder();
        TextStream stream = new TextStream(decoded::append);
        byte[] bytes = text.getBytes(UTF_8);
        for (int from = 0; from < bytes.length; from += piece) {
            stream.add(
                    java.util.Arrays.copyOfRange(
                            bytes, from, Math.min(bytes.length, from + piece)));
        }
        stream.end();

        assertThat(decoded.toString()).isEqualTo(new String(bytes, UTF_8));
    }

    @Property
    void makesSomethingOfWhateverAHostSays(
            @ForAll("records") List<String> kinds, @ForAll List<@Size(max = 30) byte[]> texts) {
        BundleAnswer answer = new BundleAnswer(java.util.Map.of(), () -> {});
        for (int i = 0; i < Math.min(kinds.size(), texts.size()); i++) {
            String text = new String(texts.get(i), ISO_8859_1);
            answer.record(i % 2 == 0, kinds.get(i), text);
            answer.record(false, kinds.get(i), "1 called " + WORD);
            answer.text(i % 3 == 0, texts.get(i));
        }
        assertThat(answer.answers()).isEmpty();
        assertThat(answer.stray().length()).isLessThanOrEqualTo(2000);
        assertThat(answer.traces()).isNotNull();
    }

    @Provide
    Arbitrary<List<String>> records() {
        return Arbitraries.of(
                        "begin", "end", "lock", "blocked", "refused", "account", "trace", "printed",
                        "told", "done", "other")
                .list()
                .ofMaxSize(20);
    }
}
