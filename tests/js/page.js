// Stands in for a page: words, a language and nothing else. Imported before what is tested.

/** The words that the server put there. */
export const WORDS = {
  "question.of": "Câu {ordinal}/{of}",
  question: "Câu {ordinal}",
  "question.reserve": "Câu dự phòng {ordinal}",
  "question.audience": "Câu cho khán giả {ordinal}",
  points: "{points} điểm",
  "code.too_late": "Đã hết giờ",
  "code.unknown": "Lỗi {code}",
  places_rest: "Hạng {rank}: {people} người ngang nhau, không nêu tên",
  places_on: "Từ hạng {rank} trở đi không nêu tên",
  tie_time: "{seconds} giây",
  standings_held: "Kết quả được công bố trong lễ trao giải.",
  standings_empty: "Chưa có kết quả để xếp hạng.",
  team_standings_empty: "Chưa có đội nào.",
  "trouble.title": "Chưa ghi được.",
  "trouble.gone": "Không thấy thư mục dữ liệu.",
  "trouble.put_back": "Đã tự ghi lại đầy đủ.",
};

const words = { textContent: JSON.stringify(WORDS) };

globalThis.document = {
  documentElement: { lang: "vi" },
  getElementById: (id) => (id === "words" ? words : null),
};
