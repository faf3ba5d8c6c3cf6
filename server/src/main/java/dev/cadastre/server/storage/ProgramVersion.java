package dev.cadastre.server.storage;

/** The version of this program, as its archive states it. */
final class ProgramVersion {

    private ProgramVersion() {}

    /** {@code development} where it does not run from an archive. */
    static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
