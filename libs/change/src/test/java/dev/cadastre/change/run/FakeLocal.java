package dev.cadastre.change.run;

import dev.cadastre.change.ProgramContext;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ProgramResult;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** This machine, as if it were one of the hosts. */
final class FakeLocal implements LocalJobs {

    final FakeHost machine = new FakeHost("this machine");
    final Map<Integer, Trace> traces = new TreeMap<>();

    @Override
    public Map<Integer, Trace> traces(List<Task> tasks) {
        return traces;
    }

    @Override
    public HostSession.Looking look(List<Task> tasks) {
        Map<Integer, ScriptAnswer> answers = new TreeMap<>();
        for (Task task : tasks) {
            Script script = task.script(Context.NONE);
            answers.put(
                    task.number(),
                    script != null
                            ? machine.look(script)
                            : answer(program(task, new Context(true, text -> {})), true));
        }
        return new HostSession.Looked(answers);
    }

    @Override
    public HostSession.Running run(
            Task task, String basis, Consumer<String> output, StopSignal stop) {
        Script script = task.script(Context.NONE);
        return script != null
                ? machine.run(task.number(), script, basis, output)
                : new HostSession.Answered(
                        answer(program(task, new Context(false, output)), false));
    }

    private static ProgramResult program(Task task, Context context) {
        try {
            return ((ProgramOperation) task.operation()).run(context);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ScriptAnswer answer(ProgramResult result, boolean looks) {
        Kind changed = looks ? Kind.WOULD_CHANGE : Kind.CHANGED;
        Kind ok = result.changed() ? changed : Kind.UNCHANGED;
        Kind kind = result.status() == dev.cadastre.change.Status.OK ? ok : Kind.FAILED;
        return new ScriptAnswer(kind, result.reason(), "", List.of(), List.of(), Map.of(), "");
    }

    record Context(boolean looksOnly, Consumer<String> output) implements ProgramContext {
        static final Context NONE = new Context(true, text -> {});

        @Override
        public void say(String line) {
            output.accept(line + "\n");
        }

        @Override
        public Map<String, Map<String, String>> hosts() {
            return Map.of();
        }

        @Override
        public byte[] file(String path) throws IOException {
            throw new FileNotFoundException(path);
        }

        @Override
        public Map<String, String> values() {
            return Map.of();
        }
    }
}
