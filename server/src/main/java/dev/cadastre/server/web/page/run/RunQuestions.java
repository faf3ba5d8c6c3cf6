package dev.cadastre.server.web.page.run;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.RunView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question that is asked in the same words at some places.
 *
 * @param job the job's name
 * @param isNote whether a note is to be confirmed; otherwise a job is to be settled
 * @param text what is asked
 * @param places where
 */
public record RunQuestions(String job, boolean isNote, String text, List<Place> places) {

    private record Alike(String job, boolean isNote, String text) {}

    /** All questions, those alike together. */
    static List<RunQuestions> of(List<RunView.Question> questions) {
        Map<Alike, List<Place>> alike = new LinkedHashMap<>();
        questions.forEach(question ->
                alike.computeIfAbsent(
                                new Alike(question.job(), question.isNote(), question.text()),
                                _ -> new ArrayList<>())
                        .add(question.place()));
        return alike.entrySet().stream()
                .map(one ->
                        new RunQuestions(
                                one.getKey().job(),
                                one.getKey().isNote(),
                                one.getKey().text(),
                                one.getValue()))
                .toList();
    }
}
