package dev.cadastre.server.change;

import java.util.List;

/**
 * One of the things because of which a change is not planned, or a run not done.
 *
 * @param code stable, for programs
 * @param place what it is about: a key, or a place in a file; may be empty
 * @param message what is wrong, as a sentence
 * @param remedy what to do, as a sentence
 */
public record ChangeProblem(String code, String place, String message, String remedy) {

    /** The refusal of which this is the only reason. */
    public ChangeRefused as(ChangeRefused.Reason reason) {
        return new ChangeRefused(reason, List.of(this));
    }
}
