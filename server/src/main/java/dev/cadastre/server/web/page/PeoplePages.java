package dev.cadastre.server.web.page;

import dev.cadastre.server.access.AccessProblem;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.People;
import dev.cadastre.server.access.Person;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.SignInLink;
import dev.cadastre.server.access.SignInLinks;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The people who can sign in, for administrators. */
@Controller
@RequestMapping("/administration")
class PeoplePages {

    private static final String PATH = "/administration/people";

    private final People people;
    private final SignInLinks links;
    private final Frames frames;
    private final Clock clock;

    PeoplePages(People people, SignInLinks links, Frames frames, Clock clock) {
        this.people = people;
        this.links = links;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView first() {
        return View.redirect(PATH);
    }

    @GetMapping("/people")
    ModelAndView list(HttpServletRequest request) {
        return show(request, null, null);
    }

    /** Adds somebody and shows the link with which they come in. */
    @PostMapping("/people")
    ModelAndView add(
            HttpServletRequest request,
            @RequestParam String name,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String environment) {
        try {
            Person added = people.add(name, List.of(grant(role, environment)));
            return show(request, links.make(added.name()), null);
        } catch (AccessProblem problem) {
            ModelAndView page = show(request, null, problem.getMessage());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    @PostMapping("/people/{id}/link")
    ModelAndView link(HttpServletRequest request, @PathVariable long id) {
        return show(request, links.make(people.find(id).name()), null);
    }

    @PostMapping("/people/{id}/grants")
    ModelAndView grant(
            @PathVariable long id,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String environment) {
        List<Grant> grants = new ArrayList<>(people.find(id).grants());
        grants.add(grant(role, environment));
        people.change(id, grants, null);
        return View.redirect(PATH);
    }

    @PostMapping("/people/{id}/grants/remove")
    ModelAndView removeGrant(
            @PathVariable long id,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String environment) {
        List<Grant> grants = new ArrayList<>(people.find(id).grants());
        grants.remove(grant(role, environment));
        people.change(id, grants, null);
        return View.redirect(PATH);
    }

    @PostMapping("/people/{id}/disabled")
    ModelAndView disable(@PathVariable long id, @RequestParam boolean disabled) {
        people.change(id, null, disabled);
        return View.redirect(PATH);
    }

    private static Grant grant(Role role, String environment) {
        return new Grant(role, environment.isBlank() ? null : environment.strip());
    }

    private ModelAndView show(
            HttpServletRequest request, @Nullable SignInLink link, @Nullable String problem) {
        String server = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return View.of(
                "access/people",
                "frame",
                frames.of(request, "People", "administration", ApiPath.BASE + "/people"),
                "wording",
                new Wording(clock.instant()),
                "people",
                people.list(),
                "linkPerson",
                link == null ? null : link.person(),
                "link",
                link == null ? null : server + link.path(),
                "problem",
                problem);
    }
}
