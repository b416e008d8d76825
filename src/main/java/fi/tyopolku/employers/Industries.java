package fi.tyopolku.employers;

import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The industries and the catalogue of skills, kept by a manager through the process {@code industry}. Nothing is ever
 * deleted: what is retired is offered no more. In forms the lists stand under {@code industries} and {@code skills}.
 */
@Service
@Transactional
public class Industries {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    private final JdbcClient jdbc;

    Industries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The industries that are offered, in the order of their Finnish names. */
    @Transactional(readOnly = true)
    public List<Industry> all() {
        return jdbc.sql("select * from tyopolku.industry where active order by name_fi").query(Industries::industry).list();
    }

    /** An industry by its code, a retired one too. */
    @Transactional(readOnly = true)
    public Optional<Industry> find(String code) {
        return jdbc.sql("select * from tyopolku.industry where code = ?").param(code).query(Industries::industry).optional();
    }

    /** The skills that are offered, by industry and Finnish name. */
    @Transactional(readOnly = true)
    public List<Skill> skills() {
        return jdbc.sql("""
                select s.* from tyopolku.skill s join tyopolku.industry i on i.code = s.industry
                where s.active and i.active order by i.name_fi, s.name_fi""").query(Industries::skill).list();
    }

    /** A skill by its code, a retired one too. */
    @Transactional(readOnly = true)
    public Optional<Skill> findSkill(String code) {
        return jdbc.sql("select * from tyopolku.skill where code = ?").param(code).query(Industries::skill).optional();
    }

    /**
     * Adds an industry, or offers a retired one again under the names given.
     *
     * @throws Refusal when the code is no code, or is in use
     */
    public void add(Industry industry) {
        checkCode(industry.code());
        if (find(industry.code()).isPresent()) {
            int again = jdbc.sql("""
                    update tyopolku.industry set name_fi = ?, name_sv = ?, name_en = ?, active = true
                    where code = ? and not active""")
                    .params(industry.nameFi(), industry.nameSv(), industry.nameEn(), industry.code()).update();
            refuseUnless(again == 1, "employers.codeInUse", industry.code());
            return;
        }
        jdbc.sql("insert into tyopolku.industry (code, name_fi, name_sv, name_en, active) values (?, ?, ?, ?, true)")
                .params(industry.code(), industry.nameFi(), industry.nameSv(), industry.nameEn()).update();
    }

    /** @throws Refusal when it is not offered anyway */
    public void retire(String code) {
        int changed = jdbc.sql("update tyopolku.industry set active = false where code = ? and active").param(code).update();
        refuseUnless(changed == 1, "employers.noSuchIndustry", code);
    }

    /**
     * Adds a skill, or offers a retired one again.
     *
     * @throws Refusal when the code is no code or is in use, or the industry is not offered
     */
    public void addSkill(Skill skill) {
        checkCode(skill.code());
        refuseUnless(find(skill.industry()).filter(Industry::active).isPresent(), "employers.noSuchIndustry", skill.industry());
        if (findSkill(skill.code()).isPresent()) {
            int again = jdbc.sql("""
                    update tyopolku.skill set industry = ?, name_fi = ?, name_sv = ?, name_en = ?, active = true
                    where code = ? and not active""")
                    .params(skill.industry(), skill.nameFi(), skill.nameSv(), skill.nameEn(), skill.code()).update();
            refuseUnless(again == 1, "employers.codeInUse", skill.code());
            return;
        }
        jdbc.sql("""
                insert into tyopolku.skill (code, industry, name_fi, name_sv, name_en, active)
                values (?, ?, ?, ?, ?, true)""")
                .params(skill.code(), skill.industry(), skill.nameFi(), skill.nameSv(), skill.nameEn()).update();
    }

    /** @throws Refusal when it is not offered anyway */
    public void retireSkill(String code) {
        int changed = jdbc.sql("update tyopolku.skill set active = false where code = ? and active").param(code).update();
        refuseUnless(changed == 1, "employers.noSuchSkill", code);
    }

    private static void checkCode(String code) {
        refuseUnless(code != null && CODE.matcher(code).matches(), "employers.notACode");
    }

    private static void refuseUnless(boolean holds, String key, Object... arguments) {
        if (!holds) {
            throw new Refusal(key, arguments);
        }
    }

    private static Industry industry(ResultSet row, int number) throws SQLException {
        return new Industry(row.getString("code"), row.getString("name_fi"), row.getString("name_sv"),
                row.getString("name_en"), row.getBoolean("active"));
    }

    private static Skill skill(ResultSet row, int number) throws SQLException {
        return new Skill(row.getString("code"), row.getString("industry"), row.getString("name_fi"),
                row.getString("name_sv"), row.getString("name_en"), row.getBoolean("active"));
    }
}
