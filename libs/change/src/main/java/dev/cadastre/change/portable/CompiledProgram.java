package dev.cadastre.change.portable;

import dev.cadastre.change.ProgramContext;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ProgramResult;

/**
 * A program that was left behind in the jar it came from. {@link CompiledPrograms} puts the program
 * in its place for whoever has the jar.
 *
 * @param about what it does
 */
public record CompiledProgram(String about) implements ProgramOperation {

    @Override
    public String name() {
        return "program";
    }

    @Override
    public String summary() {
        return about;
    }

    /** Fails, since the program is not there. */
    @Override
    public ProgramResult run(ProgramContext context) {
        return ProgramResult.failed(
                "%s is a program of the application; run the change by the application's jar"
                        .formatted(about));
    }
}
