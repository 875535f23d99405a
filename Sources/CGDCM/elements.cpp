#include "elements.h"

#include <gdcm-3.0/gdcmSequenceOfItems.h>

#include <cctype>
#include <cmath>
#include <cstdlib>
#include <cstring>

uint32_t Number(const gdcm::Tag &tag) { return uint32_t(tag.GetGroup()) << 16 | tag.GetElement(); }

void Unsupported(const gdcm::Tag &tag, const std::string &words) {
  throw Stop{CGDCM_TAG_UNSUPPORTED, Number(tag), 0, 0, words};
}

std::string Bytes(const gdcm::DataSet &data, const gdcm::Tag &tag) {
  if (!data.FindDataElement(tag)) return "";
  const gdcm::ByteValue *value = data.GetDataElement(tag).GetByteValue();
  return value ? std::string(value->GetPointer(), value->GetLength()) : "";
}

std::string Trimmed(std::string text) {
  auto is_padding = [](char c) { return c == '\0' || std::isspace(static_cast<unsigned char>(c)); };
  while (!text.empty() && is_padding(text.back())) text.pop_back();
  while (!text.empty() && is_padding(text.front())) text.erase(0, 1);
  return text;
}

std::string Text(const gdcm::DataSet &data, const gdcm::Tag &tag) {
  const std::string text = Bytes(data, tag);
  return Trimmed(text.substr(0, text.find('\\')));
}

double Decimal(const gdcm::DataSet &data, const gdcm::Tag &tag, double otherwise) {
  const std::string text = Text(data, tag);
  if (text.empty()) return otherwise;
  char *end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (*end != '\0' || !std::isfinite(value)) Unsupported(tag, text);
  return value;
}

uint64_t Short(const gdcm::DataSet &data, const gdcm::Tag &tag) {
  const std::string bytes = Bytes(data, tag);
  uint16_t value;
  if (bytes.size() < sizeof value) throw Stop{CGDCM_TAG_MISSING, Number(tag), 0, 0, ""};
  std::memcpy(&value, bytes.data(), sizeof value);
  return value;
}

uint64_t ShortOr(const gdcm::DataSet &data, const gdcm::Tag &tag, uint64_t otherwise) {
  return Bytes(data, tag).empty() ? otherwise : Short(data, tag);
}

const gdcm::DataSet *Item(
    const gdcm::DataSet &data, const gdcm::Tag &tag, size_t index, gdcm::SmartPointer<gdcm::SequenceOfItems> &items) {
  if (!data.FindDataElement(tag)) return nullptr;
  items = data.GetDataElement(tag).GetValueAsSQ();
  if (!items || index >= items->GetNumberOfItems()) return nullptr;
  return &items->GetItem(index + 1).GetNestedDataSet();
}
