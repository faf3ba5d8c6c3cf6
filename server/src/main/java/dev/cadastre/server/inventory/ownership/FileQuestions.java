package dev.cadastre.server.inventory.ownership;

import dev.cadastre.probe.HostFile;
import dev.cadastre.probe.OwnersParser;
import dev.cadastre.probe.OwnersProbe;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.asking.HostQuestions;
import dev.cadastre.server.inventory.asking.HostTask;
import dev.cadastre.server.inventory.asking.QuestionProgress;
import dev.cadastre.server.inventory.ownership.FileAnswer.State;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** Asks hosts which packages a file belongs to. Thread-safe. */
@Service
@NamedInterface("ownership")
public class FileQuestions extends HostQuestions<HostFile, FileAnswer> {

    private final HostTask task;
    private final OwnershipProperties properties;

    FileQuestions(HostTask task, Hosts hosts, Access access, OwnershipProperties properties) {
        super(hosts, access, properties.atOnce());
        this.task = task;
        this.properties = properties;
    }

    /** Begins to ask as {@link HostQuestions#begin} does. */
    public QuestionProgress<HostFile, FileAnswer> ask(HostFile file, String query) {
        return begin(file, query);
    }

    @Override
    protected FileAnswer ask(Host host, HostFile file) {
        return switch (task.run(host, "owns", OwnersProbe.script(file), properties.limit())) {
            case HostTask.Result.Answered answered ->
                    OwnersParser.parse(answered.output())
                            .map(owners -> Answers.of(host, owners))
                            .orElseGet(() -> Answers.garbled(host, answered.errors()));
            case HostTask.Result.NoAddress none ->
                    Answers.without(host, State.NO_ADDRESS, none.reason(), none.remedy());
            case HostTask.Result.Failed failed ->
                    Answers.without(host, State.UNREACHABLE, failed.reason(), failed.remedy());
        };
    }

    @Override
    protected FileAnswer failed(Host host, RuntimeException failure) {
        return Answers.without(
                host,
                State.UNREACHABLE,
                "The server could not ask it: " + failure,
                "See the server's log.");
    }
}
