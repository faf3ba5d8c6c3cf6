package dev.cadastre.server.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.Status;
import dev.cadastre.change.file.OperationCatalogue;
import dev.cadastre.change.journal.JournalReading;
import dev.cadastre.change.journal.JournalText;
import dev.cadastre.change.operation.MustacheRendering;
import dev.cadastre.change.portable.BuiltInOperations;
import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.Lane;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunView;
import dev.cadastre.server.change.RunPhase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The runs of the demonstration. */
class ReleaseHistoryTest {

    private static final OperationCatalogue OPERATIONS =
            BuiltInOperations.catalogue(new MustacheRendering());
    private static final Instant TOLD = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<InventedHost> ORGANISATION =
            Stream.of("shop", "billing", "search")
                    .flatMap(service ->
                            Stream.of("dev", "qa", "prod")
                                    .flatMap(environment -> hosts(service, environment)))
                    .toList();

    private static Stream<InventedHost> hosts(String service, String environment) {
        return IntStream.rangeClosed(1, 16)
                .mapToObj(i ->
                        new InventedHost(
                                "%s-app-%s-%02d".formatted(service, environment, i),
                                environment,
                                List.of("app", service)));
    }

    static List<Release> all() {
        return ReleaseHistory.ALL;
    }

    private static List<RunEntry> journal(Release release) {
        return Releases.journal(release, ORGANISATION, OPERATIONS, TOLD.minus(release.ago()));
    }

    private static List<RunView> those(String application, String environment) {
        return all().stream()
                .filter(one ->
                        one.application().equals(application)
                                && one.environment().equals(environment))
                .map(release -> RunView.of(journal(release)))
                .toList();
    }

    private static boolean isWhole(Lane lane) {
        return lane.jobs().values().stream().allMatch(Cell::isDone);
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachIsAJournalThatIsOverBeforeItIsTold(Release release) {
        List<RunEntry> entries = journal(release);
        String text =
                IntStream.range(0, entries.size())
                        .mapToObj(i -> JournalText.line(i + 1, entries.get(i)) + "\n")
                        .collect(Collectors.joining());

        JournalReading read = JournalText.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(read.problem()).isEmpty();
        assertThat(read.entries()).isEqualTo(entries);
        assertThat(entries).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(entries.getLast().at()).isBefore(TOLD);
        assertThat(RunView.of(entries).inFlight()).isEmpty();
        assertThat(journal(release)).isEqualTo(entries);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsOverOnAHostIsWhatThePipelineTellsToo(Release release) {
        RunView view = RunView.of(journal(release));

        boolean isTold =
                view.status().isFinal()
                        && !view.isUndoing()
                        && view.lanes().values().stream().anyMatch(ReleaseHistoryTest::isWhole);

        assertThat(isTold).isEqualTo(view.status() == Status.OK && !view.isUndoing());
        assertThat(isTold).isEqualTo(release.version().equals(Rollouts.VERSION));
    }

    @Test
    void aTestKeepsOneFromGoingFurtherAndItIsUndone() {
        RunView view = those("search", "qa").getFirst();

        assertThat(view.isUndoing()).isTrue();
        assertThat(view.status()).isEqualTo(Status.OK);
        assertThat(view.lanes().values().stream().filter(Lane::isBegun)).hasSize(4);
        assertThat(journal(all().get(5)))
                .anySatisfy(entry ->
                        assertThat(entry)
                                .isInstanceOfSatisfying(
                                        RunEntry.Finished.class,
                                        end -> assertThat(end.status()).isEqualTo(Status.FAILED)));
    }

    @Test
    void oneIsHaltedHalfWay() {
        RunView view = those("shop", "prod").getLast();

        assertThat(view.status()).isEqualTo(Status.STOPPED);
        assertThat(view.reason()).contains("carla");
        assertThat(view.failed()).isNotEmpty();
        assertThat(view.lanes().values())
                .allMatch(Lane::isBegun)
                .noneMatch(ReleaseHistoryTest::isWhole);
    }

    @Test
    void oneWaitsForSomebodyToLookAtTheFirstHost() {
        RunView view = those("billing", "prod").getLast();

        assertThat(RunPhase.of(view)).isEqualTo(RunPhase.PAUSED);
        assertThat(view.lanes().values().stream().filter(ReleaseHistoryTest::isWhole)).hasSize(1);
    }

    @Test
    void oneFailsAtATest() {
        RunView view = those("search", "dev").getFirst();

        assertThat(view.status()).isEqualTo(Status.FAILED);
        assertThat(view.failed()).hasSize(1);
    }

    @Test
    void oneIsRetriedWhereAHostWasLost() {
        RunView view = those("billing", "prod").getFirst();

        assertThat(view.status()).isEqualTo(Status.OK);
        assertThat(view.lanes().values()).allMatch(ReleaseHistoryTest::isWhole);
    }
}
