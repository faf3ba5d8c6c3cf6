package dev.cadastre.api;

/**
 * Something that is wrong with the installation.
 *
 * @param code what is wrong; it stays the same for ever, and the manual's chapter "doctor" has it
 * @param severity how bad it is
 * @param subject what it is wrong with
 * @param what a sentence with the figures
 * @param remedy what to do, as a sentence
 */
public record Finding(String code, Severity severity, String subject, String what, String remedy) {

    /** How bad a finding is. */
    public enum Severity {
        /** Something does not work, or is lost if nobody acts. */
        ERROR,
        /** It works, and will not for ever. */
        WARNING
    }
}
