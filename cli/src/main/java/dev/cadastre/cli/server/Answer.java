package dev.cadastre.cli.server;

/**
 * What a server sent back.
 *
 * @param status the HTTP status
 * @param mediaType without parameters, in lower case; empty if none was told
 * @param body as text
 */
public record Answer(int status, String mediaType, String body) {

    /** Whether the server did as asked. */
    public boolean good() {
        return status >= 200 && status < 300;
    }

    /** Whether the body is JSON of some kind. */
    public boolean isJson() {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }
}
