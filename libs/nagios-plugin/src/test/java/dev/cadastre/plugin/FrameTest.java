package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What launcher and worker say to each other arrives as it was said, and nothing else does. */
class FrameTest {
    private static final int FRAME_BOUND = 1 << 20;

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab =\n\t'é☃\ufffd")
                .ofMaxLength(200)
                .map(text -> text + "\ud83d\ude00");
    }

    @Provide
    Arbitrary<Order> orders() {
        Arbitrary<Duration> durations =
                Arbitraries.longs().between(0, Long.MAX_VALUE).map(Duration::ofNanos);
        Arbitrary<Integer> numbers = Arbitraries.integers();
        Arbitrary<Account> accounts =
                Combinators.combine(texts(), numbers, numbers, numbers.list().ofMaxSize(40))
                        .as(Account::new);
        Arbitrary<Order> launches =
                Combinators.combine(
                                Arbitraries.longs(),
                                texts().list().ofMaxSize(10),
                                Arbitraries.maps(texts(), texts()).ofMaxSize(5),
                                texts(),
                                durations,
                                numbers)
                        .as(Order.Launch::new);
        return Arbitraries.oneOf(
                launches,
                Combinators.combine(accounts, numbers, durations).as(Order.Serve::new),
                Arbitraries.longs().map(Order.Cancel::new),
                Arbitraries.just(new Order.Ping()));
    }

    @Provide
    Arbitrary<Answer> answers() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 255);
        Arbitrary<Duration> durations =
                Arbitraries.longs().between(0, Long.MAX_VALUE).map(Duration::ofNanos);
        Arbitrary<Ending> endings =
                Arbitraries.oneOf(
                        small.map(Ending.Exited::new),
                        small.map(Ending.Signalled::new),
                        durations.map(Ending.TimedOut::new),
                        Arbitraries.just(new Ending.Cancelled()),
                        texts().map(Ending.Lost::new),
                        Combinators.combine(Arbitraries.of(Ending.Reason.class), texts())
                                .as(Ending.NotStarted::new));
        Arbitrary<Captured> captured =
                Combinators.combine(
                                texts(),
                                Arbitraries.longs().between(0, Long.MAX_VALUE),
                                Arbitraries.of(true, false))
                        .as(Captured::new);
        Arbitrary<Outcome> outcomes =
                Combinators.combine(
                                endings, captured, captured, Arbitraries.of(true, false), durations)
                        .as(Outcome::new);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.longs(), outcomes).as(Answer.Done::new),
                texts().map(Answer.Refused::new),
                Arbitraries.integers().map(Answer.End::new),
                Arbitraries.of(new Answer.Ready(), new Answer.Pong()));
    }

    private static FrameReader reader(byte[] frame) {
        ByteBuffer all = ByteBuffer.wrap(frame);
        assertThat(all.getInt()).isEqualTo(all.remaining());
        return new FrameReader(all.slice());
    }

    @Property
    void readsOrdersAsTheyWereWritten(@ForAll("orders") Order order) throws FrameException {
        assertThat(Order.read(reader(order.frame()))).isEqualTo(order);
    }

    @Property
    void readsAnswersAsTheyWereWritten(@ForAll("answers") Answer answer) throws FrameException {
        assertThat(Answer.read(reader(answer.frame()))).isEqualTo(answer);
    }

    @Property
    void refusesWhatIsCutOrContinued(@ForAll("answers") Answer answer, @ForAll int at) {
        byte[] frame = answer.frame();
        byte[] body = new byte[frame.length - FrameWriter.HEADER];
        System.arraycopy(frame, FrameWriter.HEADER, body, 0, body.length);
        int length = Math.floorMod(at, body.length);

        assertThatThrownBy(() ->
                        Answer.read(new FrameReader(ByteBuffer.wrap(body, 0, length).slice())))
                .isInstanceOf(FrameException.class);
        assertThatThrownBy(() ->
                        Answer.read(
                                new FrameReader(
                                        ByteBuffer.wrap(Arrays.copyOf(body, body.length + 1)))))
                .isInstanceOf(FrameException.class);
    }

    @Property
    void failsOnNothingButByItsOwnException(@ForAll @Size(max = 200) byte[] bytes) {
        for (FrameReading reading : List.<FrameReading>of(Answer::read, Order::read)) {
            assertThatCode(
                            () -> {
                                try {
                                    reading.read(new FrameReader(ByteBuffer.wrap(bytes)));
                                } catch (FrameException e) {
                                    assertThat(e.getMessage()).isNotBlank();
                                }
                            })
                    .doesNotThrowAnyException();
        }
    }

    /** One of the two. */
    private interface FrameReading {
        Object read(FrameReader frame) throws FrameException;
    }

    @Property(tries = 100)
    void cutsFramesOutOfAnyParts(
            @ForAll @Size(max = 10) List<@From("answers") Answer> answers,
            @ForAll @IntRange(min = 1, max = 700) int part)
            throws FrameException {
        byte[] stream = new byte[0];
        for (Answer answer : answers) {
            byte[] frame = answer.frame();
            byte[] longer = Arrays.copyOf(stream, stream.length + frame.length);
            System.arraycopy(frame, 0, longer, stream.length, frame.length);
            stream = longer;
        }
        FrameCutter cutter = new FrameCutter(() -> FRAME_BOUND);
        List<Answer> read = new ArrayList<>();
        for (int from = 0; from < stream.length; from += part) {
            int count = Math.min(part, stream.length - from);
            cutter.add(MemorySegment.ofArray(stream).asSlice(from, count), count);
            for (var next = cutter.next(); next.isPresent(); next = cutter.next()) {
                read.add(Answer.read(next.get()));
            }
        }

        assertThat(read).isEqualTo(answers);
    }

    @Test
    void cutsLongFramesAndForgetsThem() throws FrameException {
        FrameCutter cutter = new FrameCutter(() -> 4 * FRAME_BOUND);
        Order.Launch order =
                Order.Launch.of(7, PluginCommand.of(Path.of("/x"), "y".repeat(FRAME_BOUND)));
        byte[] frame = order.frame();
        for (int round = 0; round < 3; round++) {
            for (int from = 0; from < frame.length; from += FrameCutter.USUAL) {
                assertThat(cutter.next()).isEqualTo(Optional.empty());
                int count = Math.min(FrameCutter.USUAL, frame.length - from);
                cutter.add(MemorySegment.ofArray(frame).asSlice(from, count), count);
            }
            assertThat(Order.read(cutter.next().orElseThrow())).isEqualTo(order);
        }
    }

    @Test
    void takesNoFrameThatIsLongerThanAnyMayBe() {
        for (int length : List.of(-1, Integer.MIN_VALUE, FRAME_BOUND + 1)) {
            FrameCutter cutter = new FrameCutter(() -> FRAME_BOUND);
            byte[] header = ByteBuffer.allocate(FrameWriter.HEADER).putInt(length).array();
            cutter.add(MemorySegment.ofArray(header), header.length);

            assertThatThrownBy(cutter::next).isInstanceOf(FrameException.class);
        }
    }

    @Test
    void cutsSentencesThatAreTooLong() throws FrameException {
        Answer.Refused refused = new Answer.Refused("x".repeat(2 * Answer.LONGEST_SENTENCE));

        assertThat(Answer.read(reader(refused.frame())))
                .isEqualTo(new Answer.Refused("x".repeat(Answer.LONGEST_SENTENCE)));
    }

    @Test
    void letsNothingHarmfulIntoSentences() throws FrameException {
        assertThat(Answer.read(reader(new Answer.Refused("a\u001b[2Jb").frame())))
                .isEqualTo(new Answer.Refused("a\ufffd[2Jb"));
    }

    @Test
    void keepsToItsOwnBoundOfOutput() {
        PluginCommand command = PluginCommand.of(Path.of("/x")).keeping(Integer.MAX_VALUE);

        assertThat(Order.Launch.of(1, command).outputLimit()).isEqualTo(Order.MOST_KEPT);
        assertThat(Answer.longest(Order.MOST_KEPT)).isLessThan(Integer.MAX_VALUE);
    }
}
