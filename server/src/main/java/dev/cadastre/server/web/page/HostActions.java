package dev.cadastre.server.web.page;

import dev.cadastre.api.AddedHost;
import dev.cadastre.api.Environment;
import dev.cadastre.api.NewHost;
import dev.cadastre.api.Problem;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.inventory.Collections;
import dev.cadastre.server.inventory.Conflict;
import dev.cadastre.server.inventory.Conflicts;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.upgrade.UpgradeQuestions;
import dev.cadastre.server.web.api.Environments;
import dev.cadastre.server.web.api.HostEnrollment;
import dev.cadastre.server.web.api.KnownHosts;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one does to hosts from their pages. */
@Controller
class HostActions {

    private final Collections collections;
    private final UpgradeQuestions upgrades;
    private final Conflicts conflicts;
    private final Dispatch dispatch;
    private final Estate estate;
    private final HostEnrollment enrollment;
    private final Environments environments;
    private final KnownHosts known;
    private final Permitted permitted;
    private final Frames frames;

    HostActions(
            Collections collections,
            UpgradeQuestions upgrades,
            Conflicts conflicts,
            Dispatch dispatch,
            Estate estate,
            HostEnrollment enrollment,
            Environments environments,
            KnownHosts known,
            Permitted permitted,
            Frames frames) {
        this.collections = collections;
        this.upgrades = upgrades;
        this.conflicts = conflicts;
        this.dispatch = dispatch;
        this.estate = estate;
        this.enrollment = enrollment;
        this.environments = environments;
        this.known = known;
        this.permitted = permitted;
        this.frames = frames;
    }

    @PostMapping("/collect")
    ModelAndView collectAll() {
        collections.collect(null, null);
        return View.redirect("/hosts");
    }

    @PostMapping("/hosts/{name}/collect")
    ModelAndView collect(@PathVariable String name) {
        known.open(name, Verb.RUN);
        String id = collections.collect(Set.of(name), null).id();
        return View.redirect(Links.to("/hosts/" + name, "collection", id));
    }

    @PostMapping("/hosts/{name}/upgrades")
    ModelAndView askRepositories(@PathVariable String name) {
        Host host = known.open(name, Verb.RUN);
        String id = upgrades.ask(host).id();
        return View.redirect(Links.to("/hosts/" + name + "/support", "upgrades", id));
    }

    @PostMapping("/hosts/{name}/retire")
    ModelAndView retire(@PathVariable String name) {
        enrollment.retire(name);
        return View.redirect("/hosts");
    }

    @PostMapping("/hosts/{name}/accept-key")
    ModelAndView acceptKey(@PathVariable String name, @RequestParam String fingerprint) {
        known.open(name, Verb.WRITE);
        DeclaredHost host = estate.host(name).orElseThrow(() -> known.unknown(name));
        if (!dispatch.acceptKey(host, fingerprint)) {
            throw new ProblemException(
                    ProblemKind.KEY_UNEXPECTED,
                    "The host has presented another key since the page was made.",
                    "Look at the page of " + name + " again.");
        }
        return collect(name);
    }

    @PostMapping("/conflicts/{id}")
    ModelAndView resolve(
            @PathVariable long id,
            @RequestParam Conflict.Decision decision,
            @RequestParam String host) {
        Reach reach = permitted.reach(Verb.WRITE, Part.INVENTORY);
        if (conflicts.resolve(id, decision, permitted.actor(), reach).isEmpty()) {
            throw new ProblemException(
                    ProblemKind.CONFLICT_UNKNOWN,
                    "There is no open conflict " + id + " among the hosts that you may change.",
                    "Look at the page of " + host + " again; somebody may have settled it.");
        }
        return View.redirect("/hosts/" + known.visible(host, null).name());
    }

    @GetMapping("/add-host")
    ModelAndView addForm(HttpServletRequest request) {
        permitted.reach(Verb.WRITE, Part.ESTATE);
        return form(request, null, null);
    }

    @PostMapping("/add-host")
    ModelAndView add(
            HttpServletRequest request,
            @RequestParam String address,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String environment,
            @RequestParam(defaultValue = "false") boolean push) {
        var wanted = new NewHost(address.strip(), filled(name), filled(environment), null, push);
        try {
            AddedHost added = enrollment.add(wanted);
            return push
                    ? form(request, null, added)
                    : View.redirect("/hosts/" + added.host().name());
        } catch (ProblemException e) {
            return form(request, explained(e.problem(null)), null);
        }
    }

    private ModelAndView form(
            HttpServletRequest request, @Nullable String problem, @Nullable AddedHost added) {
        return View.of(
                "host/add",
                "frame",
                frames.of(request, "Add a host", "hosts", null),
                "environments",
                environments.all(null).stream().map(Environment::name).toList(),
                "problem",
                problem,
                "token",
                added == null ? null : added.token(),
                "name",
                added == null ? "" : added.host().name());
    }

    private static String explained(Problem problem) {
        Stream<String> parts = problem.problems().stream().map(Problem.Part::detail);
        return Stream.concat(Stream.of(problem.detail()), parts).collect(Collectors.joining(" "));
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
