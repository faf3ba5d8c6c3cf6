package dev.cadastre.api.run;

import java.util.List;
import java.util.Map;

/**
 * All that is known of a run, as far as the reader may see it.
 *
 * @param parameters what the change was given
 * @param jobs in their order
 * @param places the machine of whoever runs it first, then hosts by name
 * @param questions what people have to answer
 * @param attached who has lately asked what it waits for
 */
public record RunDetail(
        Run run,
        RunSettings settings,
        Map<String, String> parameters,
        List<RunJob> jobs,
        List<RunPlace> places,
        List<RunQuestion> questions,
        List<String> attached) {}
