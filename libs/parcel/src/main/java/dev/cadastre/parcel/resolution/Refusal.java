package dev.cadastre.parcel.resolution;

import dev.cadastre.ini.Problem;
import java.util.List;

/**
 * Nothing was chosen.
 *
 * @param problems why, at least one: {@code parcel.unresolved}, {@code parcel.ambiguous} or {@code
 *     parcel.cycle}
 */
public record Refusal(List<Problem> problems) implements Outcome {

    /** Copies the list. */
    public Refusal {
        problems = List.copyOf(problems);
    }
}
