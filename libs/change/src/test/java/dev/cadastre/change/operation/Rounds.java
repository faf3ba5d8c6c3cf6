package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import dev.cadastre.change.script.ScriptRun;
import java.nio.file.Path;

/** What must hold of every operation. */
final class Rounds {

    private Rounds() {}

    /**
     * That a look changes nothing of a tree, that it is changed then, and that there is nothing to
     * do afterwards.
     *
     * @return how it answered when it was changed
     */
    static ScriptAnswer changes(ScriptRun run, Path tree, Script script) throws Exception {
        TreeState before = TreeState.of(tree);
        ScriptAnswer looked = run.look(script);
        assertThat(looked.kind()).as(looked.toString()).isEqualTo(Kind.WOULD_CHANGE);
        assertThat(TreeState.of(tree).since(before)).isEmpty();

        ScriptAnswer applied = run.apply(script, looked.basis());
        assertThat(applied.kind()).as(applied.toString()).isEqualTo(Kind.CHANGED);
        assertThat(applied.wishes()).isEqualTo(looked.wishes());
        unchanged(run, tree, script);
        return applied;
    }

    /** That there is nothing to do, for a reason that is told. */
    static ScriptAnswer unchanged(ScriptRun run, Path tree, Script script) throws Exception {
        TreeState before = TreeState.of(tree);
        ScriptAnswer again = run.apply(script);
        assertThat(again.kind()).as(again.toString()).isEqualTo(Kind.UNCHANGED);
        assertThat(again.reason()).isNotBlank();
        assertThat(TreeState.of(tree).since(before)).isEmpty();
        return again;
    }

    /** That it is refused by that code, and nothing is changed. */
    static ScriptAnswer refused(ScriptRun run, Path tree, Script script, String code)
            throws Exception {
        TreeState before = TreeState.of(tree);
        ScriptAnswer answer = run.apply(script, "");
        assertThat(answer.kind()).as(answer.toString()).isEqualTo(Kind.REFUSED);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(TreeState.of(tree).since(before)).isEmpty();
        return answer;
    }
}
