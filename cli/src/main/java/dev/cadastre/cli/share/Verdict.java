package dev.cadastre.cli.share;

/** What becomes of a request. */
sealed interface Verdict {

    /**
     * It is not passed on.
     *
     * @param status of HTTP
     * @param sentence for a person
     */
    record Refused(int status, String sentence) implements Verdict {}

    /**
     * The link was opened: the browser keeps the token, and asks again without it.
     *
     * @param location where
     * @param cookie what it keeps
     */
    record Entered(String location, String cookie) implements Verdict {}

    /**
     * It is passed on.
     *
     * @param head as the app is to see it
     */
    record Passed(Head head) implements Verdict {}
}
