package dev.cadastre.cli.parcel.trial;

/** What came of a test. */
public sealed interface TrialEnding {

    /**
     * It came to its end.
     *
     * @param status its exit status
     * @param output what it printed, or the beginning of that
     */
    record Ended(int status, String output) implements TrialEnding {}

    /** It was ended, for it took longer than it may. */
    record TookTooLong() implements TrialEnding {}

    /**
     * It was not run.
     *
     * @param reason why not
     */
    record NotRun(String reason) implements TrialEnding {}
}
