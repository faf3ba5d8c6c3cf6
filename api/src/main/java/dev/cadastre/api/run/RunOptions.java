package dev.cadastre.api.run;

import org.jspecify.annotations.Nullable;

/**
 * How a change is to be run; what is not said is as usual.
 *
 * @param strategy {@code all}, {@code serial 5}, {@code serial 25%}, {@code canary 1 pause} or
 *     {@code canary 5% test}
 * @param order whether hosts wait for each other
 * @param failuresAllowed how many hosts may fail; when one more does, nothing new is begun
 * @param atOnce the most steps that run at one time
 * @param approval whether a second person has to approve it, even where nothing states that
 */
public record RunOptions(
        @Nullable String strategy,
        @Nullable RunOrder order,
        @Nullable Integer failuresAllowed,
        @Nullable Integer atOnce,
        @Nullable Boolean approval) {}
