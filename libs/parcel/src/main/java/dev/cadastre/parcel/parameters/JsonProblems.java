package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.Problems;

/**
 * What problems of a JSON text are called.
 *
 * @param broken the code if it is no JSON
 * @param tooLarge the code if there is too much of it
 */
record JsonProblems(String broken, String tooLarge) {

    void broken(Problems problems, int line, int column, String message) {
        problems.error(line, column, broken, message, "write one JSON object, as UTF-8");
    }

    void tooLarge(Problems problems, int line, String message) {
        problems.error(
                line, 0, tooLarge, message, "write less, or check that it is the right file");
    }
}
