package dev.cadastre.server.estate;

import dev.cadastre.ini.Problem;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The estate as the estate file and the API declare it. Reading what is in force asks for no
 * permission, for it serves the other parts of the server; whoever shows it filters by environment.
 * All else throws {@link dev.cadastre.server.access.NotAllowed} to those who may not. Thread-safe.
 */
@Service
public class Estate {

    private final DeclaredEstate declared;
    private final FileChanges fileChanges;
    private final ApiChanges apiChanges;
    private final WatchedFile file;
    private final SectionChecks checks;
    private final Access access;

    Estate(
            DeclaredEstate declared,
            FileChanges fileChanges,
            ApiChanges apiChanges,
            WatchedFile file,
            SectionChecks checks,
            Access access) {
        this.declared = declared;
        this.fileChanges = fileChanges;
        this.apiChanges = apiChanges;
        this.file = file;
        this.checks = checks;
        this.access = access;
    }

    /** The estate as it is now, in one consistent piece. */
    public EstateModel model() {
        return declared.state().model();
    }

    /** The declared host of that name. */
    public Optional<DeclaredHost> host(String name) {
        return Optional.ofNullable(model().hosts().get(name));
    }

    /** The declared host of that name in whatever case, for names as SSH and DNS have them. */
    public Optional<DeclaredHost> hostIgnoringCase(String name) {
        return model().hostIgnoringCase(name);
    }

    /** All declared hosts, those of the file first and in its order. */
    public Collection<DeclaredHost> hosts() {
        return model().hosts().values();
    }

    /** How the estate file stands. */
    public EstateStatus status() {
        return declared.status();
    }

    /** What the estate file, as it is on disk now, would change. Takes reading everywhere. */
    public EstatePlan plan() {
        access.require(Verb.READ, Part.ESTATE, null);
        return switch (file.read()) {
            case WatchedFile.Content.Present(FileBytes content, MonitorTests tests) ->
                    planOf(file.name(), content.bytes(), tests);
            case WatchedFile.Content.Unreadable(Problem problem) ->
                    new EstatePlan(new EstateDiff(List.of()), List.of(problem));
        };
    }

    /**
     * What a file of that content would change if it were the estate file. Takes reading
     * everywhere.
     *
     * @param name for messages and origins; nothing is opened
     * @param tests the texts of the tests that it names, by their paths in it
     */
    public EstatePlan plan(String name, byte[] content, Map<String, String> tests) {
        access.require(Verb.READ, Part.ESTATE, null);
        return planOf(name, content, MonitorTests.of(tests));
    }

    private EstatePlan planOf(String name, byte[] content, MonitorTests tests) {
        EstateState now = declared.state();
        EstateReading reading = EstateFile.read(name, content, now.additions(), checks, tests);
        EstateModel after = reading.model() == null ? now.model() : reading.model();
        return new EstatePlan(EstateDiff.between(now.model(), after), reading.problems());
    }

    /**
     * Applies the estate file at once, without waiting until it is seen to have been saved. Takes
     * writing everywhere.
     *
     * @return how the file stands afterwards; with an error, nothing was changed. Without a file
     *     nothing happens.
     */
    public EstateStatus apply() {
        access.require(Verb.WRITE, Part.ESTATE, null);
        return file.isNamed() ? fileChanges.apply(file, actor()) : status();
    }

    /**
     * Adds a host without the file, and its environment with it. Takes writing in the environment;
     * and writing everywhere, if the host is the machine that the server runs on.
     */
    public Addition addHost(NewHost host) {
        requireWrite(host.environment() == null ? Environment.UNASSIGNED : host.environment());
        return apiChanges.add(
                new AddedHost(host, actor()),
                this::requireWrite,
                environment -> audit("host.add", "host:" + host.name(), environment));
    }

    /** Takes a host back that was added without the file. Takes writing in its environment. */
    public Addition removeHost(String name) {
        String environment = host(name).map(DeclaredHost::environment).orElse(null);
        requireWrite(environment);
        return apiChanges.removeHost(
                name, actor(), () -> audit("host.remove", "host:" + name, environment));
    }

    /** Adds an environment without the file. Takes writing in it. */
    public Addition addEnvironment(String name) {
        requireWrite(name);
        return apiChanges.add(
                new AddedEnvironment(name, actor()),
                () -> audit("environment.add", "environment:" + name, name));
    }

    /**
     * Takes an environment back that was added without the file and that no added host is in. Takes
     * writing in it.
     */
    public Addition removeEnvironment(String name) {
        requireWrite(name);
        return apiChanges.removeEnvironment(
                name, actor(), () -> audit("environment.remove", "environment:" + name, name));
    }

    /** The server's machine is in no environment, whatever is said of it. */
    private void requireWrite(DeclaredHost host) {
        requireWrite(host.address().kind() == HostAddress.Kind.LOCAL ? null : host.environment());
    }

    private void requireWrite(@Nullable String environment) {
        access.require(Verb.WRITE, Part.ESTATE, environment);
    }

    private void audit(String action, String subject, @Nullable String environment) {
        access.audit(action, subject, environment, "done");
    }

    private String actor() {
        return access.actor().label();
    }
}
