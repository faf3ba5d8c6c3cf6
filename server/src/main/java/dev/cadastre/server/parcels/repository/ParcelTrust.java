package dev.cadastre.server.parcels.repository;

import dev.cadastre.parcel.trust.Decision;
import dev.cadastre.parcel.trust.Signer;
import dev.cadastre.parcel.trust.Trust;
import dev.cadastre.server.estate.DeclaredSigner;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.estate.Estate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Judges signatures by what the estate says of signers now. Thread-safe. */
@Component
class ParcelTrust {

    /** What each environment would take is not asked for where only signers are. */
    private static final String ANYWHERE = "any environment";

    private final Supplier<Map<String, DeclaredSigner>> signers;
    private final Content content;
    private final Clock clock;
    private volatile Known known = new Known(Map.of());

    @Autowired
    ParcelTrust(Estate estate, Content content, Clock clock) {
        this(() -> estate.model().signers(), content, clock);
    }

    /**
     * One that does not need an estate.
     *
     * @param signers those of now
     */
    ParcelTrust(Supplier<Map<String, DeclaredSigner>> signers, Content content, Clock clock) {
        this.signers = signers;
        this.content = content;
        this.clock = clock;
    }

    /**
     * Who signed which parcels, by what they wrote, whether their keys are still taken or not.
     *
     * @param signers those of one estate
     */
    private record Known(
            Map<String, DeclaredSigner> signers,
            Map<List<ParcelSignature>, List<Signer>> verified) {

        Known(Map<String, DeclaredSigner> signers) {
            this(signers, new ConcurrentHashMap<>());
        }
    }

    /** Whether an environment takes a parcel. */
    Decision decide(ParcelRow row, Environment environment) {
        Map<String, DeclaredSigner> now = signers.get();
        List<String> trusted = environment.trust();
        return decide(
                row,
                now,
                environment.name(),
                trusted == null ? now.keySet() : trusted,
                clock.instant());
    }

    /** Those whose signatures verify today, by name. */
    List<String> signers(ParcelRow row) {
        if (row.signatures().isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Known known = known();
        return known
                .verified()
                .computeIfAbsent(row.signatures(), _ -> verified(row, known.signers()))
                .stream()
                .filter(signer -> signer.until() == null || now.isBefore(signer.until()))
                .map(Signer::name)
                .distinct()
                .sorted()
                .toList();
    }

    private Known known() {
        Map<String, DeclaredSigner> now = signers.get();
        Known last = known;
        if (!last.signers().equals(now)) {
            last = new Known(now);
            known = last;
        }
        return last;
    }

    /** At a time at which no key had expired. */
    private List<Signer> verified(ParcelRow row, Map<String, DeclaredSigner> all) {
        return decide(row, all, ANYWHERE, all.keySet(), Instant.MIN).acceptances().stream()
                .map(Decision.Acceptance::signer)
                .toList();
    }

    private Decision decide(
            ParcelRow row,
            Map<String, DeclaredSigner> all,
            String environment,
            Collection<String> trusted,
            Instant now) {
        return Trust.of(
                        all.values().stream().map(DeclaredSigner::signer).toList(),
                        Map.of(environment, Set.copyOf(trusted)))
                .decide(
                        row.manifest(),
                        row.parcel().name(),
                        row.parcel().version(),
                        content.envelopes(row),
                        environment,
                        now);
    }
}
