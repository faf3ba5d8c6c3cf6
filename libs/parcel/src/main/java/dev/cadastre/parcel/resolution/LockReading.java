package dev.cadastre.parcel.resolution;

import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was understood of a {@code parcel.lock}.
 *
 * @param file its name
 * @param lock what it says; empty if there is an error
 * @param lines where each parcel's section begins, by the parcel's name
 * @param problems what is wrong with it, in the order of the file
 */
public record LockReading(
        String file, Optional<Lock> lock, Map<String, Integer> lines, List<Problem> problems) {

    /** Copies. */
    public LockReading {
        lines = Map.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /**
     * Where a catalogue has other content under a name and version than what was locked: {@code
     * parcel.lock-differs}. A version that the catalogue does not have is no difference; it will
     * not be chosen.
     */
    public List<Problem> differences(Catalogue catalogue) {
        Problems found = new Problems(file);
        for (Lock.Parcel locked : lock.map(Lock::parcels).orElse(Map.of()).values()) {
            catalogue
                    .find(locked.name(), locked.version())
                    .filter(candidate -> !candidate.digest().equals(locked.digest()))
                    .ifPresent(candidate -> found.add(difference(locked, candidate)));
        }
        return found.list();
    }

    private Problem difference(Lock.Parcel locked, Candidate candidate) {
        return Problem.error(
                file,
                lines.getOrDefault(locked.name(), 0),
                0,
                "parcel.lock-differs",
                "%s was %s when it was locked, and the catalogue has %s"
                        .formatted(candidate, locked.digest(), candidate.digest()),
                "find out who changed it; if that is well, take this section out of the file");
    }
}
