package dev.cadastre.change.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class GeneratedEntriesTest {

    @Property
    void anyTextIsReadAsItWasWritten(
            @ForAll String reason,
            @ForAll List<String> wishes,
            @ForAll Map<String, String> before,
            @ForAll String output)
            throws JsonReader.Malformed {
        Ending ending =
                new Ending(
                        Status.OK,
                        true,
                        "code",
                        reason,
                        Duration.ofNanos(reason.hashCode()),
                        wishes,
                        List.of(),
                        before,
                        output);
        RunEntry entry =
                new RunEntry.Ended(
                        Samples.NOW, new Step(Step.Kind.UNDO, "a job", Place.LOCAL), ending);

        String line = EntryWriter.line(7, entry);
        String stored = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(line).doesNotContain("\n");
        assertThat(EntryReader.read(7, stored)).isEqualTo(entry);
    }

    @Property
    void nothingMakesTheReaderThrow(@ForAll byte[] bytes) {
        JournalReading reading = JournalReader.read(bytes);

        assertThat(reading.entries()).isEmpty();
        assertThat(reading.length()).isZero();
    }

    /** One byte of a journal is another. */
    @Property
    void nothingThatWasWrittenIsReadAsSomethingThatCannotBe(
            @ForAll int at, @ForAll byte other, @ForAll @StringLength(max = 3) String more) {
        byte[] bytes =
                (String.join("\n", Samples.lines()) + "\n" + more).getBytes(StandardCharsets.UTF_8);
        bytes[Math.floorMod(at, bytes.length)] = other;

        JournalReading reading = JournalReader.read(bytes);

        assertThat(reading.entries()).hasSizeLessThanOrEqualTo(Samples.run().size());
        assertThat(reading.length() + reading.torn()).isEqualTo(bytes.length);
    }
}
