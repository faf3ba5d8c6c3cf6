package dev.cadastre.bench;

/** A request that hands something in. The body is not copied: it is not to be changed. */
final class Post {

    private final String target;
    private final String headers;
    private final byte[] body;

    /**
     * One to send.
     *
     * @param target its path, with its parameters
     * @param headers besides {@code Host} and {@code Content-Length}, each with its end of line
     */
    Post(String target, String headers, byte[] body) {
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    String target() {
        return target;
    }

    String headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
