package dev.cadastre.server;

/** The version of this server, as its archive states it. */
public final class ServerVersion {

    private ServerVersion() {}

    /** {@code development} where the server does not run from an archive. */
    public static String text() {
        String version = ServerVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
