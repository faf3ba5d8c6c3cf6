package dev.cadastre.server.web.api;

import dev.cadastre.ini.Origin;
import dev.cadastre.server.estate.Addition;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;

/** Turns what the estate refuses into problems. */
final class Additions {

    private Additions() {}

    /**
     * Makes sure that the estate did what was wished.
     *
     * @param subject what it was about, {@code host web1}
     */
    static void require(Addition addition, String subject) {
        switch (addition) {
            case Addition.Done() -> {}
            case Addition.DeclaredInFile(Origin origin) -> throw inFile(subject, origin);
            case Addition.AddedBefore() ->
                    throw new ProblemException(
                            ProblemKind.HOST_EXISTS,
                            "The " + subject + " was added before.",
                            "Retire it first, or choose another name.");
            case Addition.NotAdded() ->
                    throw new ProblemException(
                            ProblemKind.HOST_UNKNOWN,
                            "The " + subject + " was not added by the API.",
                            "Look at /api/v1/estate for what is declared.");
            case Addition.InUse(var hosts) ->
                    throw new ProblemException(
                            ProblemKind.ENVIRONMENT_USED,
                            "In the " + subject + " are " + String.join(", ", hosts) + ".",
                            "Retire them first.");
            case Addition.Invalid(var problems) ->
                    throw new ProblemException(
                            ProblemKind.HOST_INVALID,
                            "The " + subject + " cannot be added so.",
                            "Correct what \"problems\" names.",
                            EstateRecords.parts(problems));
        }
    }

    /** Only the file changes what it states. */
    static ProblemException inFile(String subject, Origin origin) {
        return new ProblemException(
                ProblemKind.HOST_DECLARED,
                "The %s is stated in %s, line %d, and only that file changes it."
                        .formatted(subject, origin.file(), origin.line()),
                "Edit that line; the server reads the file again when it is saved.");
    }
}
