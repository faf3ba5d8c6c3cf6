package dev.cadastre.api.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done on the machine of whoever is attached to a run.
 *
 * @param number by which it is answered
 * @param name for people
 * @param job the job of the change that it does, or undoes
 * @param undoing whether it undoes it
 * @param before what was there before, if the job's operation undoes it by its own means; null if
 *     it does not
 * @param as the account that it is done as; null for that of the command line
 * @param limitSeconds how long it may take
 */
public record LocalTask(
        int number,
        String name,
        String job,
        boolean undoing,
        @Nullable Map<String, String> before,
        @Nullable String as,
        long limitSeconds) {}
