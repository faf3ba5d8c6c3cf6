package dev.cadastre.change.journal;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunHead;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.Step;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entries as objects of JSON. What is empty is left out. */
final class EntryWriter {

    private final Map<String, Object> object = new LinkedHashMap<>();

    private EntryWriter() {}

    /**
     * An entry as one line, without its end.
     *
     * @param number of the entry, counted from 1
     */
    static String line(int number, RunEntry entry) {
        EntryWriter writer = new EntryWriter();
        writer.object.put("entry", number);
        writer.entry(entry);
        return Json.write(writer.object);
    }

    private void entry(RunEntry entry) {
        object.put("at", entry.at().toString());
        if (entry instanceof RunEntry.Begun begun) {
            kind("begun");
            head(begun.head());
        } else if (entry instanceof RunEntry.Planned planned) {
            kind("planned");
            place(planned.plan().place());
            object.put("jobs", planned.plan().jobs().stream().map(EntryWriter::planned).toList());
        } else if (entry instanceof RunEntry.Started started) {
            kind("started");
            step(started.step());
        } else if (entry instanceof RunEntry.Locked locked) {
            kind("locked");
            place(locked.place());
        } else if (entry instanceof RunEntry.Ended ended) {
            kind("ended");
            step(ended.step());
            ending(ended.ending());
        } else if (entry instanceof RunEntry.Looked looked) {
            kind("looked");
            step(looked.step());
            object.put("verdict", looked.verdict().name());
            text("reason", looked.reason());
        } else if (entry instanceof RunEntry.Requested requested) {
            kind("requested");
            text("who", requested.who());
            request(requested.request());
        } else if (entry instanceof RunEntry.Paused paused) {
            kind("paused");
            text("stage", paused.stage());
            text("reason", paused.reason());
        } else if (entry instanceof RunEntry.TakenUp takenUp) {
            kind("taken-up");
            text("who", takenUp.who());
        } else if (entry instanceof RunEntry.Finished finished) {
            kind("finished");
            object.put("status", finished.status().name());
            text("reason", finished.reason());
        }
    }

    private void kind(String kind) {
        object.put("kind", kind);
    }

    private void text(String key, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            object.put(key, text);
        }
    }

    private void texts(String key, Collection<String> texts) {
        if (!texts.isEmpty()) {
            object.put(key, texts.stream().toList());
        }
    }

    private void map(String key, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            object.put(key, texts);
        }
    }

    private void truth(String key, boolean is) {
        if (is) {
            object.put(key, true);
        }
    }

    private void place(Place place) {
        text("host", place.host());
    }

    private void step(Step step) {
        object.put("step", step.kind().name());
        text("of", step.subject());
        place(step.place());
    }

    private void head(RunHead head) {
        text("run", head.run());
        text("who", head.who());
        text("why", head.why());
        text("change", head.change());
        text("changeDigest", head.changeDigest());
        text("planDigest", head.planDigest());
        text("bundle", head.bundle());
        map("parameters", head.parameters());
        settings(head.settings());
        texts("hosts", head.hosts());
        object.put("jobs", head.jobs().stream().map(EntryWriter::job).toList());
    }

    private void settings(RunSettings settings) {
        object.put("strategy", settings.strategy().toString());
        object.put("order", settings.order().name());
        object.put("failuresAllowed", settings.failuresAllowed());
        object.put("atOnce", settings.atOnce());
        truth("approval", settings.approval());
    }

    private static Map<String, Object> job(JobLine job) {
        EntryWriter writer = new EntryWriter();
        writer.text("name", job.name());
        writer.text("at", job.at().name());
        writer.kind(job.kind().name());
        writer.text("operation", job.operation());
        writer.text("summary", job.summary());
        writer.texts("restarts", job.restarts());
        writer.texts("reloads", job.reloads());
        writer.text("undoNote", job.undoNote());
        return writer.object;
    }

    private static Map<String, Object> planned(PlannedJob job) {
        EntryWriter writer = new EntryWriter();
        writer.text("name", job.job());
        writer.text("effect", job.effect().name());
        writer.text("reason", job.reason());
        writer.text("basis", job.basis());
        writer.text("script", job.script());
        return writer.object;
    }

    private void ending(Ending ending) {
        object.put("status", ending.status().name());
        truth("changed", ending.changed());
        text("code", ending.code());
        text("reason", ending.reason());
        object.put("took", ending.took().toString());
        texts("wishes", ending.wishes());
        texts("differences", ending.differences());
        map("before", ending.before());
        text("output", ending.output());
    }

    private void request(RunRequest request) {
        if (request instanceof RunRequest.Resume resume) {
            object.put("request", "resume");
            text("from", resume.from());
        } else if (request instanceof RunRequest.Skip skip) {
            answer("skip", skip.job(), skip.at());
        } else if (request instanceof RunRequest.Confirm confirm) {
            answer("confirm", confirm.job(), confirm.at());
        } else if (request instanceof RunRequest.Settle settle) {
            answer("settle", settle.job(), settle.at());
            truth("done", settle.done());
        } else {
            object.put("request", Requests.word(request));
        }
    }

    private void answer(String request, String job, Set<Place> at) {
        object.put("request", request);
        text("job", job);
        truth("here", at.contains(Place.LOCAL));
        texts("hosts", at.stream().filter(place -> !place.isLocal()).map(Place::host).toList());
    }
}
