package dev.cadastre.server.web.page;

import dev.cadastre.api.Rule;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.inventory.rule.BreachQuery;
import dev.cadastre.server.inventory.rule.Rules;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.RuleChanges;
import dev.cadastre.server.web.api.RuleRecords;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Rules, and who breaches them; those that the estate file does not state are changed here. */
@Controller
class RulePages {

    private static final String PATH = "/rules";
    private static final int PAGE = 200;

    private final Rules rules;
    private final RuleChanges changes;
    private final Estate estate;
    private final Permitted permitted;
    private final Frames frames;

    RulePages(Rules rules, RuleChanges changes, Estate estate, Permitted permitted, Frames frames) {
        this.rules = rules;
        this.changes = changes;
        this.estate = estate;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping(PATH)
    ModelAndView list(HttpServletRequest request) {
        return list(request, RuleForm.EMPTY, null);
    }

    @PostMapping(PATH)
    ModelAndView add(HttpServletRequest request, @ModelAttribute RuleForm form) {
        permitted.requireEverywhere(Verb.WRITE, Part.INVENTORY);
        try {
            requireNew(form.name().strip());
            changes.put(form.name().strip(), form.definition());
            return View.redirect(Links.toRule(form.name().strip()));
        } catch (ProblemException problem) {
            return list(request, form, Refusal.of(problem));
        } catch (QueryRefused refused) {
            return list(request, form, Refusal.of(refused));
        }
    }

    private void requireNew(String name) {
        if (rules.named(name, Reach.NONE).isPresent()) {
            throw new ProblemException(
                    ProblemKind.RULE_INVALID,
                    "There is a rule %s already.".formatted(name),
                    "Choose another name, or change that rule on its page.");
        }
    }

    @GetMapping(PATH + "/{name}")
    ModelAndView one(
            HttpServletRequest request,
            @PathVariable String name,
            @RequestParam @Nullable String environment,
            @RequestParam @Nullable String after) {
        String filled = HostListPages.Filter.filled(environment);
        return one(request, rule(name), filled, after, null, null);
    }

    @PostMapping(PATH + "/{name}")
    ModelAndView change(
            HttpServletRequest request, @PathVariable String name, @ModelAttribute RuleForm form) {
        Rule before = rule(name);
        try {
            changes.put(name, form.definition());
            return View.redirect(Links.toRule(name));
        } catch (ProblemException problem) {
            return one(request, before, null, null, form, Refusal.of(problem));
        } catch (QueryRefused refused) {
            return one(request, before, null, null, form, Refusal.of(refused));
        }
    }

    @PostMapping(PATH + "/{name}/remove")
    ModelAndView remove(@PathVariable String name) {
        changes.remove(name);
        return View.redirect(PATH);
    }

    private Rule rule(String name) {
        return rules.named(name, permitted.read(Part.INVENTORY))
                .map(RuleRecords::rule)
                .orElseThrow(() -> RuleChanges.unknown(name));
    }

    private ModelAndView list(
            HttpServletRequest request, RuleForm form, @Nullable Refusal refusal) {
        Reach reach = permitted.read(Part.INVENTORY);
        return answered(
                refusal,
                View.of(
                        "rule/list",
                        "frame",
                        frames.of(request, "Rules", "rules", ApiPath.BASE + PATH),
                        "wording",
                        frames.wording(),
                        "rules",
                        rules.all(reach).stream().map(RuleRecords::rule).toList(),
                        "writer",
                        permitted.mayEverywhere(Verb.WRITE, Part.INVENTORY),
                        "teams",
                        teams(),
                        "form",
                        form,
                        "refusal",
                        refusal));
    }

    private ModelAndView one(
            HttpServletRequest request,
            Rule rule,
            @Nullable String environment,
            @Nullable String after,
            @Nullable RuleForm entered,
            @Nullable Refusal refusal) {
        Reach reach = permitted.read(Part.INVENTORY);
        String path = Links.toRule(rule.name());
        var query =
                new BreachQuery(rule.name(), null, environment, null, Links.position(after), PAGE);
        var breaches = rules.breaches(query, reach);
        return answered(
                refusal,
                View.of(
                        "rule/page",
                        "frame",
                        frames.of(request, rule.name(), "rules", ApiPath.BASE + path),
                        "wording",
                        frames.wording(),
                        "rule",
                        rule,
                        "environment",
                        environment,
                        "environments",
                        rules.environments(rule.name(), reach),
                        "breaches",
                        breaches.items().stream().map(RuleRecords::breach).toList(),
                        "next",
                        Links.next(path, breaches.next(), "environment", environment),
                        "writer",
                        permitted.mayEverywhere(Verb.WRITE, Part.INVENTORY),
                        "teams",
                        teams(),
                        "form",
                        entered == null ? RuleForm.of(rule) : entered,
                        "refusal",
                        refusal));
    }

    private List<String> teams() {
        return List.copyOf(estate.model().teams().keySet());
    }

    private static ModelAndView answered(@Nullable Refusal refusal, ModelAndView page) {
        if (refusal != null) {
            page.setStatus(refusal.status());
        }
        return page;
    }
}
