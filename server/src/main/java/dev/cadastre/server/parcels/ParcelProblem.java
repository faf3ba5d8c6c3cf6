package dev.cadastre.server.parcels;

import dev.cadastre.ini.Problem;
import java.util.List;

/**
 * One of the things because of which a parcel is not taken, or an app not deployed.
 *
 * @param code stable, for programs
 * @param place what it is about: a file with its line, a value; may be empty
 * @param message what is wrong, as a sentence
 * @param remedy what to do, as a sentence
 */
public record ParcelProblem(String code, String place, String message, String remedy) {

    /** One that was found in something that was read. */
    public static ParcelProblem of(Problem problem) {
        return new ParcelProblem(
                problem.code(),
                problem.place(),
                sentence(problem.message()),
                sentence(problem.remedy()));
    }

    private static String sentence(String text) {
        // It may begin with the name of a parameter, which is to be read as it is written.
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }

    /** The refusal of which this is the only reason. */
    public ParcelRefused as(ParcelRefused.Reason reason) {
        return new ParcelRefused(reason, List.of(this));
    }
}
