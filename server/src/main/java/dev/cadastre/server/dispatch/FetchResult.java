package dev.cadastre.server.dispatch;

import java.io.ByteArrayInputStream;

/** What came of asking by HTTP. Whatever a host or a network does is a result. */
public sealed interface FetchResult {

    /**
     * There is a whole answer.
     *
     * @param status the HTTP status
     * @param contentType as it is told; empty if it is not
     * @param body untrusted bytes in memory, to be read once
     */
    record Answered(int status, String contentType, ByteArrayInputStream body)
            implements FetchResult {}

    /**
     * There is none.
     *
     * @param kind what went wrong
     * @param reason what happened to what, for an operator
     * @param remedy what to do
     */
    record Failed(TaskResult.Kind kind, String reason, String remedy) implements FetchResult {}
}
