package dev.cadastre.cli.parcel.trial;

import java.time.Duration;
import java.util.List;

/**
 * A test that is to be run.
 *
 * @param file its path in the parcel, as in {@code tests/answers}
 * @param arguments it is called with
 * @param limit after which it is ended
 */
public record Trial(String file, List<String> arguments, Duration limit) {

    /** Copies what can be changed. */
    public Trial {
        arguments = List.copyOf(arguments);
    }
}
