package dev.cadastre.server.storage.backup;

/** A backup is not made, or not used; the message says why, and {@link #remedy} what to do. */
public final class BackupRefused extends RuntimeException {

    /** What to do about one that is not whole. */
    static final String OTHER = "Use another backup.";

    private final String code;
    private final String remedy;

    /**
     * Refuses.
     *
     * @param code is stable
     * @param remedy a sentence that an operator can act on
     */
    public BackupRefused(String code, String message, String remedy) {
        super(message);
        this.code = code;
        this.remedy = remedy;
    }

    /** As above, with what led to it. */
    public BackupRefused(String code, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.remedy = remedy;
    }

    /** Which kind of refusal it is. */
    public String code() {
        return code;
    }

    /** What to do, as a sentence. */
    public String remedy() {
        return remedy;
    }

    /** The file is not what was written: cut short, altered, or never a backup. */
    static BackupRefused damaged(String what) {
        return new BackupRefused("backup.damaged", "The backup is not whole: " + what, OTHER);
    }
}
