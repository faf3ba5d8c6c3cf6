package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.rule.BreachQuery;
import dev.cadastre.server.inventory.rule.Rules;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.RuleRecords;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Rules, and who breaches them: all of them, one, or those that one host breaches. */
@Controller
class RulePages {

    private static final int PAGE = 200;

    private final Rules rules;
    private final Permitted permitted;
    private final Frames frames;

    RulePages(Rules rules, Permitted permitted, Frames frames) {
        this.rules = rules;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping("/rules")
    ModelAndView list(
            HttpServletRequest request,
            @RequestParam @Nullable String rule,
            @RequestParam @Nullable String host,
            @RequestParam @Nullable String after) {
        Reach reach = permitted.read(Part.INVENTORY);
        var query = new BreachQuery(rule, host, null, null, Links.position(after), PAGE);
        var breaches = rules.breaches(query, reach);
        String twin =
                rule == null && host == null
                        ? ApiPath.BASE + "/rules"
                        : Links.to(ApiPath.BASE + "/rules/breaches", "rule", rule, "host", host);
        return View.of(
                "rule/list",
                "frame",
                frames.of(request, "Rules", "rules", twin),
                "wording",
                frames.wording(),
                "rules",
                rules.all(reach).stream().map(RuleRecords::rule).toList(),
                "breaches",
                breaches.items().stream().map(RuleRecords::breach).toList(),
                "next",
                Links.next("/rules", breaches.next(), "rule", rule, "host", host));
    }
}
