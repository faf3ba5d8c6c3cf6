package dev.cadastre.server.inventory;

import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.KnownSections;
import dev.cadastre.probe.Report;
import dev.cadastre.server.inventory.Admission.Admitted;
import dev.cadastre.server.inventory.installed.PackageDictionary;
import dev.cadastre.server.inventory.installed.PackageIds;
import dev.cadastre.server.inventory.installed.ToldPackage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes reports in. Thread-safe; reports of one host are taken one after another. */
@Service
public class Reports {

    private final PackageDictionary dictionary;
    private final RepeatedReports repeated;
    private final FirstReports first;
    private final Admission admission;
    private final ContentApplication content;
    private final HostObservation observation;
    private final HostTable hosts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reports(
            PackageDictionary dictionary,
            RepeatedReports repeated,
            FirstReports first,
            Admission admission,
            ContentApplication content,
            HostObservation observation,
            HostTable hosts,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.dictionary = dictionary;
        this.repeated = repeated;
        this.first = first;
        this.admission = admission;
        this.content = content;
        this.observation = observation;
        this.hosts = hosts;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * What that source need not tell again of the host of that name: sections of its last report
     * that were believed and complete, and told the whole within a day. A report that leaves out
     * anything else than what is known when it comes has that section failed, and ends nothing.
     */
    public KnownSections known(String host, Source source) {
        return content.known(host, source, now());
    }

    /** Stores what {@code report} tells; when this returns it is committed. */
    public Acceptance accept(Origin origin, Report report) {
        return repeated.accept(origin, report)
                .orElseGet(() -> {
                    List<ToldPackage> packages =
                            ReportContent.packages(report, osId(origin, report));
                    return dictionary.keeping(() -> accept(origin, report, packages));
                });
    }

    /** Packages that nobody knows yet are stored for reports only that will be let in. */
    private Acceptance accept(Origin origin, Report report, List<ToldPackage> packages) {
        Optional<PackageIds> known = dictionary.known(packages);
        Acceptance refusal =
                known.isPresent() || first.mayTake(origin) ? null : refusal(origin, report);
        if (refusal != null) {
            return refusal;
        }
        PackageIds ids = known.orElseGet(() -> dictionary.resolve(packages));
        return first.accept(origin, report, ids)
                .map(Reports::begun)
                .orElseGet(() ->
                        Objects.requireNonNull(
                                transaction.execute(status -> take(origin, report, ids))));
    }

    private static Acceptance begun(HostRow host) {
        return new Acceptance.Accepted(host.id(), host.name(), true, List.of(), null);
    }

    /** Why the report would not be let in; null if it would. Nothing of the attempt remains. */
    private @Nullable Acceptance refusal(Origin origin, Report report) {
        return transaction.<@Nullable Acceptance>execute(status -> {
            status.setRollbackOnly();
            return admission.admit(origin, report, now()) instanceof Admitted.Refused refused
                    ? refused.why()
                    : null;
        });
    }

    private Acceptance take(Origin origin, Report report, PackageIds packages) {
        Instant now = now();
        return switch (admission.admit(origin, report, now)) {
            case Admitted.Refused(Acceptance why) -> why;
            case Admitted.To(HostRow host, @Nullable String conflict) ->
                    store(host, conflict, origin, report, packages, after(host, now));
        };
    }

    private Acceptance store(
            HostRow host,
            @Nullable String conflict,
            Origin origin,
            Report report,
            PackageIds packages,
            Instant now) {
        ContentApplication.Applied applied =
                content.apply(host, origin.source(), report, packages, now);
        HostRow observed = observation.note(host, origin, report, applied, now);
        observation.tell(host, observed, origin, applied.texts());
        boolean first = host.observedAt() == null;
        events.publishEvent(
                new HostsReported(
                        List.of(
                                new HostsReported.Reported(
                                        host.ordinal(),
                                        now,
                                        applied.connections(),
                                        first || !applied.texts().isEmpty()))));
        if (applied.alone() && conflict == null) {
            afterCommit(() -> repeated.remember(origin, observed, report));
        }
        return new Acceptance.Accepted(
                host.id(),
                host.name(),
                first,
                first ? List.of() : applied.texts().stream().map(ChangeText::change).toList(),
                conflict);
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Later than the report before, even if the server's clock was set back. */
    private static Instant after(HostRow host, Instant now) {
        Instant last = host.observedAt();
        return last == null || now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    }

    private @Nullable String osId(Origin origin, Report report) {
        return report.fact(FactNames.OS_ID)
                .map(FactValue::text)
                .map(text -> Bounded.text(text, Bounded.NAME))
                .orElseGet(() -> hosts.named(origin.name()).map(HostRow::osId).orElse(null));
    }
}
