package dev.cadastre.cli.parcel;

import dev.cadastre.cli.change.Problems;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.resolution.Candidate;
import dev.cadastre.parcel.resolution.Catalogue;
import dev.cadastre.parcel.resolution.LockReader;
import dev.cadastre.parcel.resolution.LockReading;
import dev.cadastre.parcel.resolution.Outcome;
import dev.cadastre.parcel.resolution.Preferences;
import dev.cadastre.parcel.resolution.Refusal;
import dev.cadastre.parcel.resolution.Resolution;
import dev.cadastre.parcel.resolution.Resolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about which parcels are chosen.
 *
 * @param lock the file that keeps what was chosen; null for none
 * @param uses the parcel that meets a requirement, by the binding
 * @param pins the one version of a parcel, by its name
 * @param optional bindings that are looked for although one can do without
 */
public record Wishes(
        @Nullable Path lock,
        Map<String, String> uses,
        Map<String, String> pins,
        List<String> optional) {

    /** Copies what can be changed. */
    public Wishes {
        uses = Map.copyOf(uses);
        pins = Map.copyOf(pins);
        optional = List.copyOf(optional);
    }

    /** All but what was chosen before. */
    public Preferences preferences() {
        Preferences preferences = Preferences.NONE;
        for (Map.Entry<String, String> use : uses.entrySet()) {
            preferences = preferences.use(use.getValue(), use.getKey());
        }
        for (Map.Entry<String, String> pin : pins.entrySet()) {
            preferences = preferences.pin(pin.getKey(), pin.getValue());
        }
        for (String binding : optional) {
            preferences = preferences.want(binding);
        }
        return preferences;
    }

    /**
     * Chooses what is needed for a requirement.
     *
     * @throws Failure if nothing goes together, or the lock file does not belong to the catalogue
     */
    public Resolution resolve(Catalogue catalogue, Requirement root) throws IOException {
        return chosen(Resolver.resolve(catalogue, root, locked(catalogue)));
    }

    /** Chooses what is needed for a parcel, which may be one that is not in the catalogue. */
    public Resolution resolve(Catalogue catalogue, Candidate root) throws IOException {
        return chosen(Resolver.resolve(catalogue, root, locked(catalogue)));
    }

    private static Resolution chosen(Outcome outcome) {
        if (outcome instanceof Resolution resolution) {
            return resolution;
        }
        throw new Failure(
                Failure.Kind.NO,
                "Nothing goes together",
                ((Refusal) outcome).problems().stream().map(Problem::toString).toList());
    }

    private Preferences locked(Catalogue catalogue) throws IOException {
        Preferences preferences = preferences();
        if (lock == null || !Files.exists(lock)) {
            return preferences;
        }
        if (Files.size(lock) > LockReader.MOST_BYTES) {
            throw new Failure(
                    Failure.Kind.NO, lock + " is too long for a lock file", "Name another.");
        }
        LockReading reading = LockReader.read(lock.toString(), Files.readAllBytes(lock));
        new Problems()
                .add(reading.problems())
                .add(reading.differences(catalogue))
                .require(lock.toString(), "used", Failure.Kind.NO);
        return reading.lock().map(preferences::lockedBy).orElse(preferences);
    }
}
