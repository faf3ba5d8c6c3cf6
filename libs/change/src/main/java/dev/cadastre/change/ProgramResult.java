package dev.cadastre.change;

/**
 * What a program came to.
 *
 * @param status OK or FAILED
 * @param changed whether it changed something, or would have
 * @param reason why that is so, in a sentence
 */
public record ProgramResult(Status status, boolean changed, String reason) {

    /** Something was changed, or would be. */
    public static ProgramResult changed(String what) {
        return new ProgramResult(Status.OK, true, what);
    }

    /** Nothing had to be changed. */
    public static ProgramResult unchanged(String why) {
        return new ProgramResult(Status.OK, false, why);
    }

    /** It cannot be done. */
    public static ProgramResult failed(String why) {
        return new ProgramResult(Status.FAILED, false, why);
    }
}
