package dev.cadastre.parcel.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class LockTest {

    private static final String DIGEST = Case.digest("postgresql", "15.2");

    private static final Lock LOCK =
            Lock.of(
                    Requirement.parse("guestbook >= 2"),
                    List.of(
                            new Lock.Parcel("postgresql", "15.2", DIGEST, Map.of()),
                            new Lock.Parcel(
                                    "guestbook",
                                    "2.0.1",
                                    Case.digest("guestbook", "2.0.1"),
                                    Map.of("database", "postgresql"))));

    private static LockReading read(String text) {
        return LockReader.read("parcel.lock", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isWrittenAsTheFormatSays() {
        assertThat(LOCK.text())
                .isEqualTo(
                        """
                        [lock]
                        root = guestbook >=2 as guestbook

                        [parcel guestbook]
                        version = 2.0.1
                        digest = %s
                        binding.database = postgresql

                        [parcel postgresql]
                        version = 15.2
                        digest = %s
                        """
                                .formatted(Case.digest("guestbook", "2.0.1"), DIGEST));
    }

    @Test
    void isReadAsItWasWritten() {
        LockReading reading = read(LOCK.text());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.lock()).contains(LOCK);
    }

    @Test
    void keepsALongRange() {
        String range = ">=1" + " !=1.2.3".repeat(60);
        Lock lock = Lock.of(new Requirement("guestbook", range, "guestbook", false), List.of());

        assertThat(read(lock.text()).lock()).contains(lock);
    }

    @Test
    void tellsAllThatIsWrong() {
        LockReading reading =
                read(
                        """
                        [DEFAULT]
                        version = 1
                        [lock]
                        root = ?
                        colour = red
                        [parcel Guestbook]
                        [parcel redis]
                        version = 1.2.3.4
                        size = 7
                        binding.Cache_x = redis
                        binding.cache = nobody
                        [monitor disk]
                        """);

        assertThat(reading.lock()).isEmpty();
        assertThat(reading.problems())
                .allMatch(problem -> problem.code().equals("parcel.lock-wrong"))
                .extracting(problem -> problem.place() + " " + problem.message())
                .containsExactly(
                        "parcel.lock:1 there is no [DEFAULT] in this file",
                        "parcel.lock:4 root is no requirement: '?'",
                        "parcel.lock:5 [lock] has no key 'colour'",
                        "parcel.lock:6 'Guestbook' is no name of a parcel",
                        "parcel.lock:7 [parcel redis] has no 'digest'",
                        "parcel.lock:8 '1.2.3.4' is no version",
                        "parcel.lock:9 [parcel redis] has no key 'size'",
                        "parcel.lock:10 'cache_x' is no name of a binding",
                        "parcel.lock:11 there is no section [parcel nobody] of what meets 'cache'",
                        "parcel.lock:12 there is no section 'monitor disk'");
    }

    @Test
    void tellsWhatIsNoIniBesides() {
        assertThat(read("[parcel redis\n").problems())
                .extracting(Problem::code)
                .contains("ini.no-section", "parcel.lock-wrong");
    }

    @Test
    void refusesWhatIsTooLarge() {
        LockReading reading = LockReader.read("parcel.lock", new byte[LockReader.MOST_BYTES + 1]);

        assertThat(reading.problems())
                .extracting(Problem::code)
                .containsExactly("parcel.lock-wrong");
    }

    @Test
    void refusesACatalogueWithOtherContent() {
        Candidate other =
                new Candidate(
                        "postgresql", "15.2", List.of(), List.of(), Case.digest("x", "altered"));
        LockReading reading = read(LOCK.text());

        assertThat(reading.differences(Catalogue.of(List.of(other))))
                .extracting(problem -> problem.place() + " " + problem.message())
                .containsExactly(
                        "parcel.lock:9 postgresql 15.2 was %s when it was locked, and the catalogue has %s"
                                .formatted(DIGEST, other.digest()));
        assertThat(reading.differences(Catalogue.of(List.of(Case.candidate("postgresql", "15.2")))))
                .isEmpty();
        assertThat(reading.differences(Catalogue.of(List.of()))).isEmpty();
    }

    @Property
    void neverFails(@ForAll @Size(max = 200) byte[] content) {
        LockReading reading = LockReader.read("parcel.lock", content);

        assertThat(reading.lock().isPresent()).isEqualTo(reading.problems().isEmpty());
    }
}
