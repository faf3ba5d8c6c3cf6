package dev.cadastre.server.change.running;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Lane;
import dev.cadastre.change.run.RunView;
import dev.cadastre.server.change.ChangeRun;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/**
 * All that is known of a run.
 *
 * @param run as far as the reader may see it
 * @param view all of it
 * @param places those that the reader may see
 * @param attached who asks what it waits for
 */
@NamedInterface("running")
public record RunStory(ChangeRun run, RunView view, Set<Place> places, List<String> attached) {

    /** Copies what it has several of. */
    public RunStory {
        places = Set.copyOf(places);
        attached = List.copyOf(attached);
    }

    /** What is known of the places that the reader may see, in order. */
    public List<Lane> lanes() {
        return view.lanes().values().stream()
                .filter(lane -> places.contains(lane.place()))
                .toList();
    }

    /** What a person has to answer there. */
    public List<RunView.Question> questions() {
        return view.questions().stream()
                .filter(question -> places.contains(question.place()))
                .toList();
    }
}
