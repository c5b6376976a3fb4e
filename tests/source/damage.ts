/** Turns right text into text damaged the ways that notes are. */

const encoder = new TextEncoder();

/** UTF-8 decoded as another code page, as editors and terminals do. */
export const damages: Readonly<Record<string, (text: string) => string>> = {
  "Mac Roman": (text) => new TextDecoder("macintosh", { ignoreBOM: true }).decode(encoder.encode(text)),
  "Windows-1252": (text) => new TextDecoder("windows-1252", { ignoreBOM: true }).decode(encoder.encode(text)),
  "Latin-1": (text) => Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join(""),
};

/** Right text that comes close to looking damaged: it must survive. */
export const rightLines: readonly string[] = [
  'plain ASCII with `code` and "quotes"',
  "L’État, l’été, “École”, « été », «é», un mot—également, É…, “É”, CAFÉ®, dit « oui\u00a0»",
  "olé” “olé”… ‘olé’— à» é» É» Ä“ Ö” ß“ Å»",
  "„Ööbik“, ‚Übung‘, „Äpfel“ – Straße, 10°, ‚Ööd‘; √Überprüft √Äpfel",
  "√π/2 ≈π ≈∞ ≈£100 ¬Ω ¬π ∑∏∫ x∞ f∂x √µ 2√π ∆π ÷2 0–∞ –π",
  "Ångström 5 Å², 3 Å³ Ø½ ×² Å±0.1 eV/Å·s",
  "São João não à ação, IRMÃ® IRMû, vinte ª º 1º 2ª",
  "single letters: Ã Â √ ‚ „ Ô ∏ â € ð Ÿ",
  "Zażółć gęślą jaźń, příliš žluťoučký kůň, ığdır",
  "Þórður, Ægir, það: „Óæskilegt“ ÓÆ",
  "┌──┐│ ok │└──┘ ╔══╗ ▓▓░░ ━━ ▶ ●",
  "日本語「テスト」、中文测试：成功。한국어 테스트",
  "Привет — мир «ёлка» –это; Γειά σου κόσμε; שלום; مرحبا",
  "✅ ⚠️ → ← 🎉 👨‍💻 🇩🇪 5️⃣ ⏳ ❌ ✓ •",
  "user’s “quote” – dash… ™ ® © § ¶ €£¥ €£ ≠ ≤ ≥ ± ÷ × ° µ",
  "alphabets: œàâçèéîïùûêŒÀÂ [¡-§©«¬®°±¶»¿×÷‖‗†] “áéíóúñÑªº¿” ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»",
  "¿Qué? ¡Olé! ñandú, ÀÈÌÒÙ àèìòù perché, naïve façade, Noël",
];

/** Notes on damaged text show it. They are right as they are. */
export const linesOnDamage: readonly string[] = [
  "the page shows `â€™` where it should show `’`",
  'replace("Ã©", "é")',
  "shown as Ã© instead of é",
  "'âœ…': '✅',",
  'the log has "‚úÖ"',
];
