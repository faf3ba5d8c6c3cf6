package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds hosts and environments without the estate file, and takes them back. */
@Component
class ApiChanges {
    private final DeclaredEstate declared;
    private final EstateStore store;

    ApiChanges(DeclaredEstate declared, EstateStore store) {
        this.declared = declared;
        this.store = store;
    }

    /**
     * Adds a host.
     *
     * @param permit is asked for the host as it turns out to be
     * @param audit is told the host's environment when it was added, in the same transaction
     */
    Addition add(AddedHost host, Consumer<DeclaredHost> permit, Consumer<String> audit) {
        return declared.exclusively(() -> {
            EstateState now = declared.state();
            DeclaredHost other = now.model().hostIgnoringCase(host.name()).orElse(null);
            if (other != null) {
                return other.isInFile()
                        ? new Addition.DeclaredInFile(other.origin())
                        : new Addition.AddedBefore();
            }
            List<Problem> wrong = NewHostRules.check(host.host(), now.model().groups().keySet());
            return wrong.isEmpty() ? addSound(host, permit, audit) : new Addition.Invalid(wrong);
        });
    }

    private Addition addSound(
            AddedHost host, Consumer<DeclaredHost> permit, Consumer<String> audit) {
        return exchange(
                declared.state().additions().with(host),
                host.actor(),
                model -> {
                    DeclaredHost declaredHost =
                            Objects.requireNonNull(model.hosts().get(host.name()));
                    permit.accept(declaredHost);
                    store.add(host);
                    audit.accept(declaredHost.environment());
                });
    }

    /** Takes a host back that was added. */
    Addition removeHost(String name, String actor, Runnable audit) {
        return declared.exclusively(() -> {
            DeclaredHost host = declared.state().model().hosts().get(name);
            Addition refusal = refusalToRemove(host == null ? null : host.origin());
            return refusal != null
                    ? refusal
                    : exchange(
                            declared.state().additions().withoutHost(name),
                            actor,
                            model -> {
                                store.removeHost(name);
                                audit.run();
                            });
        });
    }

    /** Adds an environment. */
    Addition add(AddedEnvironment added, Runnable audit) {
        return declared.exclusively(() -> {
            Environment other = declared.state().model().environments().get(added.name());
            if (other != null && other.isInFile()) {
                return new Addition.DeclaredInFile(other.origin());
            }
            if (declared.state().additions().environments().stream()
                    .anyMatch(earlier -> earlier.name().equals(added.name()))) {
                return new Addition.AddedBefore();
            }
            return isUsable(added.name())
                    ? exchange(
                            declared.state().additions().with(added),
                            added.actor(),
                            model -> {
                                store.add(added);
                                audit.run();
                            })
                    : new Addition.Invalid(badName(added.name()));
        });
    }

    private static boolean isUsable(String name) {
        return Name.isValid(name) && !name.equals(Environment.UNASSIGNED);
    }

    private static List<Problem> badName(String name) {
        Problems problems = new Problems("new environment");
        problems.error(
                0,
                0,
                "estate.bad-name",
                Quoted.of(name) + " cannot be the name of an environment",
                Name.RULE + "; 'unassigned' is taken");
        return problems.list();
    }

    /** Takes an environment back that was added and that no added host is in. */
    Addition removeEnvironment(String name, String actor, Runnable audit) {
        return declared.exclusively(() -> {
            EstateState now = declared.state();
            Environment environment = now.model().environments().get(name);
            Addition refusal = refusalToRemove(environment == null ? null : environment.origin());
            if (refusal != null) {
                return refusal;
            }
            List<String> hosts = now.additions().hostsIn(name);
            return hosts.isEmpty()
                    ? exchange(
                            now.additions().withoutEnvironment(name),
                            actor,
                            model -> {
                                store.removeEnvironment(name);
                                audit.run();
                            })
                    : new Addition.InUse(hosts);
        });
    }

    private static @Nullable Addition refusalToRemove(@Nullable Origin origin) {
        if (origin == null) {
            return new Addition.NotAdded();
        }
        return origin.line() > 0 ? new Addition.DeclaredInFile(origin) : null;
    }

    private Addition exchange(Additions additions, String actor, Consumer<EstateModel> writes) {
        EstateReading reading = declared.state().readWith(additions);
        EstateModel model = reading.model();
        if (model == null) {
            return new Addition.Invalid(reading.problems());
        }
        declared.exchange(
                declared.state().with(additions, model), actor, () -> writes.accept(model));
        return new Addition.Done();
    }
}
