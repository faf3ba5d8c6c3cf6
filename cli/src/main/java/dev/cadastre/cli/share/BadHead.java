package dev.cadastre.cli.share;

/** What came is no head of an HTTP message that is passed on. */
final class BadHead extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** A status of HTTP, and a sentence for whoever sent it. */
    BadHead(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
