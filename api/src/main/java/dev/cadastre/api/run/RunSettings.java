package dev.cadastre.api.run;

/** How a change is run; as {@link RunOptions}, with all that is usual. */
public record RunSettings(
        String strategy, RunOrder order, int failuresAllowed, int atOnce, boolean approval) {}
