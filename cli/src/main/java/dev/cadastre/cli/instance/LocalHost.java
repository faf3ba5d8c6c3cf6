package dev.cadastre.cli.instance;

/** The one host of an instance. */
final class LocalHost {

    static final String NAME = "localhost";

    static final String ADDRESS = "127.0.0.1";

    private LocalHost() {}
}
