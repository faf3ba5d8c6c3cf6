package dev.cadastre.change.run;

import dev.cadastre.change.ProgramContext;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ProgramResult;

/** A program that says something. */
class Program implements ProgramOperation {

    private final String name;
    private final String text;

    Program(String name, String text) {
        this.name = name;
        this.text = text;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return text;
    }

    @Override
    public ProgramResult run(ProgramContext context) {
        context.say(text);
        return ProgramResult.changed("said " + text);
    }
}
